import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { setRagStatus } from '@/lib/data/status-updates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, everything, makeActors } from '../support/actors';
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
