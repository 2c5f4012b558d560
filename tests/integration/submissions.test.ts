import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { askQuestion } from '@/lib/data/questions';
import { setRagStatus } from '@/lib/data/status-updates';
import { deleteOldSubmissions, findRepeat } from '@/lib/data/submissions';
import { londonDay } from '@/lib/domain/dates';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  RuleError,
  SpentFormError,
} from '@/lib/domain/errors';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { home, homeId } = actors;
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const system = contextOf(db);
const first = contextOf(db, await everything(db, home.officer));
const officerElsewhere = await everything(db, actors.away.officer);
const otherMeeting = await buildMeeting(system, {
  date: londonDay(NOW),
  startsAt: '10:00',
  venue: 'Hall',
});

const REFUSALS = [ConflictError, RuleError, NotFoundError, NotAllowedError];

const events = () => db.auditEvent.count();
const failure = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => new Error('it was written'),
    (error: unknown) => error,
  );

describe('the same form sent twice', () => {
  test.each(WRITES)('$name: one after the other', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    const result = await write.run(first, on, sent, `Words ${sent.submissionId}`);
    const after = await digest(db);
    expect(await write.run(first, on, sent, `Words ${sent.submissionId}`)).toEqual(result);
    expect(await digest(db)).toEqual(after);
  });

  test.each(WRITES)('$name: both at once', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    const before = await events();
    const [one, other] = await Promise.all([
      write.run(first, on, sent, `Words ${sent.submissionId}`),
      write.run(first, on, sent, `Words ${sent.submissionId}`),
    ]);
    expect(other).toEqual(one);
    expect((await events()) - before).toBe(write.events ?? 1);
    // What was done once can be done again on purpose, unless there is no more to do.
    expect(await db.auditEvent.count({ where: { submissionId: sent.submissionId } })).toBe(1);
  });

  test('after it was refused, the mended form with the same id is taken', async () => {
    const reference = await buildLocalAction(system);
    const form = { submissionId: randomUUID(), headline: 'x', words: 'y', recovery: undefined };
    const late = { ...form, rag: 'green', basedOn: 0 } as const;
    expect(await failure(setRagStatus(first, reference, late))).toBeInstanceOf(ConflictError);
    await setRagStatus(first, reference, { ...late, basedOn: 1 });
    const item = await db.item.findUniqueOrThrow({ where: { reference } });
    expect([item.number, item.rag]).toEqual([2, 'green']);
  });
});

describe('a form whose id is spent, with anything else in it', () => {
  const second = contextOf(db, officerElsewhere);

  /** Tries it, and says what came of it. A repeat is told as written, what changed nothing is not. */
  async function outcome(
    by: Context,
    attempt: (by: Context) => Promise<unknown>,
  ): Promise<'written' | 'refused' | 'repeat' | 'unchanged'> {
    const [before, whole] = [await events(), await digest(db)];
    const wrote: string[] = [];
    try {
      await attempt({ ...by, wrote: (eventId) => wrote.push(eventId) });
    } catch (error) {
      if (!REFUSALS.some((kind) => error instanceof kind)) throw error;
      // Nothing of it is half-saved.
      expect(await digest(db)).toEqual(whole);
      return 'refused';
    }
    if ((await events()) > before) return 'written';
    return wrote.length > 0 ? 'repeat' : 'unchanged';
  }

  test.each(WRITES)('$name: other words are no repeat', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    await write.run(first, on, sent, 'First words');
    const other = (by: Context) => write.run(by, on, sent, 'Other words');
    await write.prepare?.(first, sent, 'Other words');
    const again = await outcome(first, other);
    if (write.wordless) expect(again).toBe('repeat');
    // Whose form was drawn from a row that stands no longer is shown both versions.
    else expect(again).not.toBe('repeat');
    if (again !== 'written') return;
    // And the second is known again by itself.
    expect(await outcome(first, other)).toBe('repeat');
  });

  test.each(WRITES)('$name: the same words of somebody else are no repeat', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    await write.run(first, on, sent, 'The same words');
    const again = await outcome(second, (by) => write.run(by, on, sent, 'The same words'));
    expect(again).not.toBe('repeat');
  });

  // An invitation is of nobody who is there yet.
  const OF_ONE = WRITES.filter(
    ({ name, to, people }) => to !== 'board' || (people && name !== 'invitePerson'),
  );
  test.each(OF_ONE)('$name: the same words of something else are written', async (write) => {
    const one = await target(write);
    const other = { ...(await target(write)), heldMeeting: otherMeeting };
    const { submissionId, ...sent } = await opening(db, write, one);
    await write.run(first, one, { submissionId, ...sent }, 'The same words');
    const { basedOn } = await opening(db, write, other);
    const run = (by: Context) => write.run(by, other, { submissionId, basedOn }, 'The same words');
    expect(await outcome(first, run)).toBe('written');
    expect(await outcome(first, run)).toBe('repeat');
  });

  test.each(WRITES.filter(({ basedOn }) => basedOn))(
    '$name: the same words on an older row are a conflict',
    async (write) => {
      const on = await target(write);
      const sent = await opening(db, write, on);
      const words = `Words ${sent.submissionId}`;
      await write.run(first, on, sent, words);
      const older = { ...sent, basedOn: Math.max(0, sent.basedOn - 1) };
      const same = older.basedOn === sent.basedOn;
      const again = await outcome(first, (by) => write.run(by, on, older, words));
      expect(again).toBe(same ? 'repeat' : 'refused');
    },
  );

  test('after 30 days nobody can tell, so the form is to be sent anew', async () => {
    const reference = await buildLocalAction(system);
    const form = { submissionId: randomUUID(), words: 'When does it begin?' };
    await askQuestion(first, reference, form);
    const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
    await deleteOldSubmissions({ db, now: days(29) });
    await askQuestion(first, reference, form);
    expect(await deleteOldSubmissions({ db, now: days(31) })).toBeGreaterThan(0);
    expect(await failure(askQuestion(first, reference, form))).toBeInstanceOf(SpentFormError);
    const count = () => db.question.count({ where: { item: { reference } } });
    expect(await count()).toBe(1);
    await askQuestion(first, reference, { ...form, submissionId: randomUUID() });
    expect(await count()).toBe(2);
  });

  test('what was said cannot be found out from the database by trying', async () => {
    const form = { submissionId: randomUUID(), name: 'Home For Words' };
    const secret = (words: string) => ({ ...first, secret: words });
    await addOrganisation(secret('one secret of an installation'), form);
    const said = { action: 'addOrganisation', form };
    const known = (context: Context) => findRepeat(context, db, said);
    expect(await known(secret('one secret of an installation'))).toBe(form.submissionId);
    expect(await known(secret('another'))).toBeNull();
    expect(await known(first)).toBeNull();
  });
});

/** Whoever does one of these once more means another one, with whatever words. */
const ANOTHER_ONE = [
  'reportNoChange',
  'addReading',
  'addEvidenceLink',
  'addEvidenceFile',
  'createLocalAction',
  'applyImport',
  'askQuestion',
  'noteDecision',
  'addMeeting',
  'planMeetings',
  'openMeetingAction',
  'issuePaper',
  'addSource',
  'addRecommendation',
  'addGrouping',
  'addParagraph',
  'moveParagraph',
  'saveParagraph',
  'invitePerson',
  'makeLinkAgain',
  'endAllSessions',
  // Their forms in the list of writes ask for something else each time.
  'setOurRole',
  'arrangeRecommendations',
  'setMembership',
  'setDateRules',
  'setAccessRules',
  'setSecondStepRule',
  'setStorageRules',
];

test.each(WRITES.filter(({ name }) => !ANOTHER_ONE.includes(name)))(
  '$name: what changes nothing writes nothing',
  async (write) => {
    const on = await target(write);
    const words = `Words of ${on.reference} ${randomUUID()}`;
    await write.run(first, on, await opening(db, write, on), words);
    const sent = await opening(db, write, on);
    const [before, whole] = [await events(), await digest(db)];
    const refused = await failure(write.run(first, on, sent, words));
    expect(await events()).toBe(before);
    expect(await digest(db)).toEqual(whole);
    // It is said, or the page that follows says that nothing was changed.
    expect((refused as Error).message).not.toBe('');
  },
);

describe('names that are there already', () => {
  const person = (name: string, organisationId = homeId) =>
    addPerson(first, { submissionId: randomUUID(), name, position: 'Nurse', organisationId });
  const organisation = (name: string) =>
    addOrganisation(first, { submissionId: randomUUID(), name });

  test('are refused, however they are written', async () => {
    const otherId = await organisation('Turning Corners');
    await person('Ada Example');
    expect(await failure(person('ADA EXAMPLE'))).toMatchObject({
      fields: { name: expect.stringContaining('there already') },
    });
    expect(await failure(organisation('turning corners'))).toBeInstanceOf(RuleError);
    // The same name elsewhere is another person.
    await person('Ada Example', otherId);
  });

  test.each(['%', '_da Example', 'Ada%', 'Ada\\ Example', 'Ada_Example'])(
    '%j is a name like any other',
    async (name) => {
      await person(name);
      await organisation(name);
      expect(await failure(person(name))).toBeInstanceOf(RuleError);
      expect(await failure(organisation(name))).toBeInstanceOf(RuleError);
    },
  );
});
