import { beforeAll, describe, expect, test } from 'vitest';
import { choosePassword } from '@/lib/data/access-links';
import { createFirstAdministrator } from '@/lib/data/first-administrator';
import { NO_CALLER } from '@/lib/domain/security-event';
import { signIn } from '../support/accounts';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import type { Target, Write } from '../support/write';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { writes: WRITES, target: makeTarget } = await writesAndTargets(db, actors);
const system = contextOf(db);
const officer = contextOf(db, await everything(db, actors.home.officer));
const { token } = await createFirstAdministrator(system, {
  email: 'first@admin.example',
  name: 'First',
  position: 'Administrator',
  organisation: 'Exampleshire Council',
});

const targets = new Map<Write, Target>();
beforeAll(async () => {
  for (const write of WRITES) targets.set(write, await makeTarget(write));
  await db.$executeRaw`
    CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit trail broke down'; END $$`;
});

/** The audit event is the last thing a write writes: everything before it has been done by then. */
async function whileAuditFails(run: () => Promise<unknown>): Promise<unknown> {
  await db.$executeRaw`
    CREATE TRIGGER break_down BEFORE INSERT ON "AuditEvent" EXECUTE FUNCTION break_down()`;
  try {
    return await run().then(
      () => new Error('it was written'),
      (error: unknown) => error,
    );
  } finally {
    await db.$executeRaw`DROP TRIGGER break_down ON "AuditEvent"`;
  }
}

describe('when the last step of a write fails, nothing of it remains', () => {
  test.each(WRITES)('$name', async (write) => {
    const target = targets.get(write);
    if (!target) throw new Error('no such target');
    const sent = await opening(db, write, target);
    await write.prepare?.(officer, sent, 'Words');
    const before = await digest(db);
    const error = await whileAuditFails(() => write.run(officer, target, sent, 'Words'));
    expect(String(error)).toContain('the audit trail broke down');
    expect(await digest(db)).toEqual(before);

    // The very same form is taken once the trouble is over: it is not mistaken for a repetition.
    await write.run(officer, target, sent, 'Words');
    const after = await digest(db);
    expect(after).not.toEqual(before);
    expect(after.AuditEvent).not.toEqual(before.AuditEvent);
  });

  test('making an administrator, and choosing a password', async () => {
    const before = await digest(db);
    const form = { email: 'second@admin.example', name: 'S', position: 'P', organisation: 'O' };
    await whileAuditFails(() => createFirstAdministrator(system, form));
    await whileAuditFails(() =>
      choosePassword({ db, now: NOW }, token, 'teacup violin marsh', NO_CALLER),
    );
    expect(await digest(db)).toEqual(before);
    expect(await signIn({ db, now: NOW }, 'first@admin.example', 'teacup violin marsh')).toBeNull();
    await choosePassword({ db, now: NOW }, token, 'teacup violin marsh', NO_CALLER);
    expect(
      await signIn({ db, now: NOW }, 'first@admin.example', 'teacup violin marsh'),
    ).not.toBeNull();
  });
});

test('a file that breaks off while it is stored leaves nothing', async () => {
  const write = WRITES.find((one) => one.name === 'addEvidenceFile');
  const target = write && targets.get(write);
  if (!target) throw new Error('no such target');
  await db.$executeRaw`
    CREATE TRIGGER break_down BEFORE INSERT ON "FileChunk" EXECUTE FUNCTION break_down()`;
  const before = await digest(db);
  const sent = await opening(db, write, target);
  await expect(write.run(officer, target, sent, 'Words')).rejects.toThrow('broke down');
  expect(await digest(db)).toEqual(before);
  await db.$executeRaw`DROP TRIGGER break_down ON "FileChunk"`;
});
