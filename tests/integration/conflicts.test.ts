import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { editLocalAction } from '@/lib/data/local-actions';
import { setRagStatus } from '@/lib/data/status-updates';
import { ConflictError, NotAllowedError, RuleError } from '@/lib/domain/errors';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { contextOf, everything, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { home, away } = actors;
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const system = contextOf(db);
const first = contextOf(db, await everything(db, home.officer));
const second = contextOf(db, await everything(db, away.officer), new Date('2026-11-23T10:05:00Z'));

const events = () => db.auditEvent.count();
const failure = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => new Error('it was written'),
    (error: unknown) => error,
  );

describe('a form based on an older row', () => {
  const based = WRITES.filter((write) => write.basedOn);

  test('there are such forms', () => {
    expect(based.map((write) => write.name).sort()).toEqual([
      'addParagraph',
      'agreeMinutes',
      'arrangeRecommendations',
      'assignOwner',
      'cancelMeeting',
      'changePerson',
      'clearPaper',
      'correctFirstDate',
      'editLocalAction',
      'editMeeting',
      'editRecommendation',
      'editSource',
      'leaveOutParagraph',
      'moveParagraph',
      'nameBoard',
      'proposeClosure',
      'proposeExtension',
      'proposeReopening',
      'putBackParagraph',
      'recordAttendance',
      'renameGrouping',
      'reportNoChange',
      'restoreGrouping',
      'restoreHeadline',
      'restoreMeeting',
      'restoreParagraph',
      'retireGrouping',
      'saveMinutes',
      'savePaperFront',
      'saveParagraph',
      'savePrintedHeadline',
      'setAccessRules',
      'setDateRules',
      'setDates',
      'setMembership',
      'setOurRole',
      'setRagKey',
      'setRagStatus',
      'setRoles',
      'setSecondStepRule',
      'setShortTitle',
      'setStorageRules',
      'statePosition',
      'stateResponse',
      'supersedeDecision',
      'withdrawLocalAction',
    ]);
  });

  test.each(based)('$name: is told what was saved since, and writes nothing', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    // Somebody else is quicker: by the same, or by what leaves it to be done.
    const instead = {
      arrangeRecommendations: 'setRagStatus',
      withdrawLocalAction: 'setRagStatus',
      cancelMeeting: 'editMeeting',
      proposeClosure: 'setRagStatus',
      proposeExtension: 'setRagStatus',
      // What is closed changes by a decision alone.
      proposeReopening: 'supersedeDecision',
      retireGrouping: 'renameGrouping',
      agreeMinutes: 'saveMinutes',
    };
    const name = Object.entries(instead).find(([one]) => one === write.name)?.[1] ?? write.name;
    const quicker = WRITES.find((one) => one.name === name);
    if (!quicker) throw new Error('no such write');
    await quicker.run(first, on, await opening(db, quicker, on), 'What was quicker');
    const before = await digest(db);
    const error = await failure(write.run(second, on, sent, 'What was typed'));
    expect(error).toBeInstanceOf(ConflictError);
    const { number, changes } = error as ConflictError;
    expect(number).toBe(sent.basedOn + 1);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ who: 'home officer', at: '2026-11-23T10:00:00.000Z' });
    expect(changes[0]?.details.length).toBeGreaterThan(0);
    const inWords = JSON.stringify(changes);
    // Dates and numbers have no words.
    const told = {
      setDates: '1 May 2027',
      setRoles: 'Board member',
      setAccessRules: 'minutes',
      setSecondStepRule: 'as the board decided',
      setDateRules: 'days before the due date',
      setStorageRules: 'of files',
      setMembership: 'Vice-chair',
      restoreParagraph: 'As they are generated',
      leaveOutParagraph: 'Left out',
      putBackParagraph: 'Left out',
      moveParagraph: 'Moved 2.1 down',
      restoreHeadline: 'Headline of R1',
    };
    const those = Object.entries(told).find(([one]) => one === write.name)?.[1];
    expect(inWords).toContain(those ?? 'What was quicker');
    expect(await digest(db)).toEqual(before);

    // Based on what is there now, the same form is taken.
    const nothingLeft = [
      'correctFirstDate',
      'assignOwner',
      'clearPaper',
      'leaveOutParagraph',
      'proposeReopening',
      'putBackParagraph',
      'restoreGrouping',
      'restoreHeadline',
      'restoreMeeting',
      'restoreParagraph',
      'setDates',
      'setOurRole',
      'setRoles',
      'supersedeDecision',
    ];
    if (!nothingLeft.includes(write.name)) {
      await write.run(second, on, { ...sent, basedOn: number }, 'What was typed');
    }
  });

  test('several changes are told in their order, each with who and what', async () => {
    const reference = await buildLocalAction(system);
    await rate(first, reference, { rag: 'red', headline: 'One', words: 'w1', recovery: 'Help' });
    await own(second, reference, { ownerId: home.member.id, leadOrganisationId: undefined });
    const form = { submissionId: randomUUID(), rag: 'green', headline: 'x', words: 'y' } as const;
    const error = await failure(
      setRagStatus(first, reference, { ...form, recovery: undefined, basedOn: 1 }),
    );
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).number).toBe(3);
    const told = (error as ConflictError).changes;
    expect(told.map(({ who, what }) => [who, what])).toEqual([
      ['home officer', 'Posted a status update'],
      ['away officer', 'Assigned an owner'],
    ]);
    expect(told[0]?.details).toEqual(
      expect.arrayContaining([
        { label: 'Reported', value: 'Red' },
        { label: 'Headline', value: 'One' },
        { label: 'What would bring it back', value: 'Help' },
      ]),
    );
    expect(told[1]?.details).toContainEqual({ label: 'Owner', value: 'home member' });
  });

  test('a row that is yet to come is no row to be based on', async () => {
    const reference = await buildLocalAction(system);
    const before = await digest(db);
    const sent = { submissionId: randomUUID(), basedOn: 99 };
    const rag = { ...sent, rag: 'green', headline: 'x', words: 'y', recovery: undefined } as const;
    expect(await failure(setRagStatus(first, reference, rag))).toBeInstanceOf(ConflictError);
    const edit = { ...sent, shortTitle: 'x', text: 'y' };
    expect(await failure(editLocalAction(first, reference, edit))).toBeInstanceOf(ConflictError);
    expect(await digest(db)).toEqual(before);
  });
});

describe('two at once', () => {
  /** Those where the second finds that there is nothing left to do. */
  const ONE_WINS: Record<string, new (...args: never[]) => Error> = {
    ...Object.fromEntries(
      WRITES.filter((write) => write.basedOn).map(({ name }) => [name, ConflictError]),
    ),
    // A proposal is no row of the item's state; what is decided is not decided twice.
    proposeClosure: RuleError,
    proposeExtension: RuleError,
    proposeReopening: RuleError,
    withdrawProposal: RuleError,
    withdrawQuestion: RuleError,
    // One of them owns it.
    answerQuestion: NotAllowedError,
    recordDecisions: ConflictError,
    decideUnderDelegation: ConflictError,
    withdrawLocalAction: RuleError,
    withdrawEvidence: RuleError,
    issuePaper: ConflictError,
    withdrawPaper: RuleError,
    releaseEvidence: RuleError,
    restrictEvidence: RuleError,
    restrictItem: RuleError,
    releaseItem: RuleError,
    closeMeetingAction: RuleError,
    reopenMeetingAction: RuleError,
    withdrawMeetingAction: RuleError,
    requestRedaction: RuleError,
    agreeRedaction: RuleError,
    declineRedaction: RuleError,
    inviteKnown: RuleError,
    deactivatePerson: RuleError,
    reactivatePerson: RuleError,
    resetSecondStep: RuleError,
    liftHold: RuleError,
    unlinkSingleSignOn: RuleError,
    handOver: RuleError,
    erasePerson: RuleError,
    addPerson: RuleError,
    addOrganisation: RuleError,
    acknowledgeChallenges: RuleError,
    takeBackAcknowledgement: RuleError,
  };

  test.each(WRITES)('$name', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    const other = { ...sent, submissionId: randomUUID() };
    const before = await events();
    const settled = await Promise.allSettled([
      write.run(first, on, sent, 'The same words'),
      write.run(second, on, other, 'The same words'),
    ]);
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    const refusal = ONE_WINS[write.name];
    expect(lost).toEqual(refusal ? [expect.any(refusal)] : []);
    // Linking twice finds the links there.
    const each = write.events ?? 1;
    const won = /^(link|map)[A-Z]/.test(write.name) ? 1 : 2 - lost.length;
    expect((await events()) - before).toBe(won * each);
  });

  test('local actions created together get references of their own', async () => {
    const references = await Promise.all(
      Array.from({ length: 5 }, () => buildLocalAction(first, {})),
    );
    expect(new Set(references).size).toBe(5);
    const last = Math.max(...references.map((reference) => Number(reference.slice(1))));
    expect(await db.item.count({ where: { kind: 'local_action' } })).toBe(last);
  });
});
