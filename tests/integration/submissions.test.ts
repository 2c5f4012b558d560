import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { addOrganisation } from '@/lib/data/people';
import { askQuestion } from '@/lib/data/questions';
import { setRagStatus } from '@/lib/data/status-updates';
import { deleteOldSubmissions, findRepeat } from '@/lib/data/submissions';
import { ConflictError, SpentFormError } from '@/lib/domain/errors';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const system = contextOf(db);
const first = contextOf(db, await everything(db, actors.home.officer));

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
