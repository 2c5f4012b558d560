import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { editLocalAction } from '@/lib/data/local-actions';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { setRagStatus } from '@/lib/data/status-updates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, restrict } from '../support/make';
import { digest } from '../support/whole-database';
import { opening, type Target, type Write, writesOf } from '../support/writes';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const system = contextOf(db);
const first = contextOf(db, home.officer);
const second = contextOf(db, away.officer, new Date('2026-11-23T10:05:00Z'));
const recommendation = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
const WRITES = writesOf({
  ownerId: away.commissioner.id,
  organisationId: homeId,
  recommendationId: recommendation.id,
});

let unused = 20;
/** A fresh item that a write can be tried on. */
async function target(write: Write): Promise<Target> {
  const reference = write.kinds.includes('local_action')
    ? await buildLocalAction(system, { scheduling: 'due', due: '2027-06-30' })
    : `R${unused++}`;
  await own(system, reference, { ownerId: home.member.id, leadOrganisationId: undefined });
  await rate(system, reference, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
  const evidenceId = await makeEvidence(system, reference);
  if (write.restricted) {
    await hideEvidence(system, evidenceId);
    if (write.to === 'item') await restrict(system, reference);
  }
  return { reference, evidenceId };
}

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
      'assignOwner',
      'editLocalAction',
      'reportNoChange',
      'setDates',
      'setOurRole',
      'setRagStatus',
      'statePosition',
      'stateResponse',
      'withdrawLocalAction',
    ]);
  });

  test.each(based)('$name: is told what was saved since, and writes nothing', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    // Somebody else is quicker. A withdrawn action takes nothing, so there it is a rating.
    const quicker =
      write.name === 'withdrawLocalAction'
        ? WRITES.find((one) => one.name === 'setRagStatus')
        : write;
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
    if (write.name !== 'setDates') expect(inWords).toContain('What was quicker');
    else expect(inWords).toContain('1 May 2027');
    expect(await digest(db)).toEqual(before);

    // Based on what is there now, the same form is taken.
    if (!['assignOwner', 'setOurRole', 'setDates'].includes(write.name)) {
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
  const ONE_WINS: Record<string, typeof RuleError | typeof ConflictError> = {
    ...Object.fromEntries(
      WRITES.filter((write) => write.basedOn).map(({ name }) => [name, ConflictError]),
    ),
    withdrawLocalAction: RuleError,
    withdrawEvidence: RuleError,
    releaseEvidence: RuleError,
    releaseItem: RuleError,
    addPerson: RuleError,
    addOrganisation: RuleError,
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
    // Creating an action records its links too; linking twice finds them there.
    const each = write.name === 'createLocalAction' ? 2 : 1;
    const won = write.name === 'linkLocalAction' ? 1 : 2 - lost.length;
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
    expect((await events()) - before).toBe(write.name === 'createLocalAction' ? 2 : 1);
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
