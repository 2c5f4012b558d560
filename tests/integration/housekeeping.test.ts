import { beforeEach, describe, expect, test } from 'vitest';
import { tidyUp } from '@/lib/data/housekeeping';
import { noteSecurityEvent } from '@/lib/data/security-events';
import { setAccessRules } from '@/lib/data/settings';
import { NO_CALLER } from '@/lib/domain/security-event';
import { opened } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { rowsOf } from '../support/whole-database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const personId = home.member.id;

const NOTHING = {
  securityEvents: 0,
  sessions: 0,
  keptForms: 0,
  pendingSignIns: 0,
  secondSteps: 0,
  rateLimits: 0,
  accessLinks: 0,
  importUploads: 0,
  submissions: 0,
  hourlyCounts: 0,
};
/** The database has a clock of its own, by which it keeps security events for six months. */
const now = new Date();
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

const event = (days: number) =>
  noteSecurityEvent(
    { db, now: ago(days) },
    { kind: 'sign_in.failed', personId, caller: NO_CALLER, detail: `${days} days ago` },
  );
const session = (days: number, seen = days) =>
  db.session.create({ data: { personId, createdAt: ago(days), lastSeenAt: ago(seen) } });
const link = (tokenHash: string, expired: number, used?: number) =>
  db.accessLink.create({
    data: {
      personId,
      tokenHash,
      createdAt: ago(90),
      expiresAt: ago(expired),
      usedAt: used === undefined ? null : ago(used),
    },
  });

beforeEach(async () => {
  await tidyUp({ db, now });
});

test('the record stays, however old it is', async () => {
  const before = await rowsOf(db);
  const later = new Date(now.getTime() + 50 * 365 * 86_400_000);
  // That something was said with a form is known for 30 days, and is no part of the record.
  const { Submission: said = [] } = before;
  expect(await tidyUp({ db, now: later })).toEqual({ ...NOTHING, submissions: said.length });
  expect(await rowsOf(db)).toEqual({ ...before, Submission: [] });
  expect(before.AuditEvent?.length).toBeGreaterThan(0);
});

describe('what has had its time', () => {
  test('security events and sessions go after as many months as the setting says', async () => {
    for (const days of [1, 200, 360, 372, 800]) {
      await event(days);
      await session(days);
    }
    await session(800, 1);
    expect(await tidyUp({ db, now })).toEqual({ ...NOTHING, securityEvents: 2, sessions: 2 });
    const { version } = (await db.boardSettings.findFirst({ orderBy: { version: 'desc' } })) ?? {
      version: 0,
    };
    await setAccessRules(contextOf(db, home.administrator), {
      basedOn: version,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      secondStepRoles: [],
      passwordsAllowed: true,
      securityMonths: 6,
      ...opened(),
    });
    expect(await tidyUp({ db, now })).toEqual({ ...NOTHING, securityEvents: 2, sessions: 2 });
    expect((await db.securityEvent.findMany()).map(({ detail }) => detail)).toEqual(['1 days ago']);
    expect(await db.session.count()).toBe(2);
  });

  test('what nobody can use any more goes at once, links after a month', async () => {
    for (const [id, expiresAt] of [
      ['past', ago(0.001)],
      ['to come', ago(-0.001)],
    ] as const) {
      const row = { personId, createdAt: ago(1), expiresAt };
      await db.keptForm.create({ data: { ...row, path: `/${id}`, values: {} } });
      await db.pendingSignIn.create({ data: { ...row, tokenHash: id } });
      const expire = BigInt(expiresAt.getTime());
      await db.rateLimit.create({ data: { key: id, points: 1, expire } });
    }
    await db.rateLimit.create({ data: { key: 'for ever', points: 1 } });
    const factor = (personId: string, days: number, confirmedAt: Date | null = null) =>
      db.secondFactor.create({
        data: { personId, secret: new Uint8Array(1), createdAt: ago(days), confirmedAt },
      });
    await factor(home.viewer.id, 2);
    await factor(home.member.id, 0.5);
    await factor(home.officer.id, 2, ago(2));
    await link('used long ago', -10, 31);
    await link('used lately', -10, 29);
    await link('ran out long ago', 31);
    await link('ran out lately', 29);
    await link('good', -10);
    expect(await tidyUp({ db, now })).toEqual({
      ...NOTHING,
      keptForms: 1,
      pendingSignIns: 1,
      secondSteps: 1,
      rateLimits: 1,
      accessLinks: 2,
    });
    expect((await db.keptForm.findMany()).map(({ path }) => path)).toEqual(['/to come']);
    // Begun long ago and never confirmed: nobody's.
    expect((await db.secondFactor.findMany()).map((one) => one.personId).sort()).toEqual(
      [home.member.id, home.officer.id].sort(),
    );
    expect((await db.pendingSignIn.findMany()).map((one) => one.tokenHash)).toEqual(['to come']);
    expect((await db.rateLimit.findMany()).map(({ key }) => key).sort()).toEqual([
      'for ever',
      'to come',
    ]);
    expect((await db.accessLink.findMany()).map((one) => one.tokenHash).sort()).toEqual([
      'good',
      'ran out lately',
      'used lately',
    ]);
  });

  test('but no security event in its first six months, by the clock of the database', async () => {
    await event(1);
    const later = new Date(now.getTime() + 50 * 365 * 86_400_000);
    await db.keptForm.create({
      data: { personId, createdAt: ago(1), expiresAt: ago(1), path: '/', values: {} },
    });
    await expect(tidyUp({ db, now: later })).rejects.toThrow('securityEvent.deleteMany');
    expect(await db.securityEvent.count()).toBeGreaterThan(0);
    expect(await db.keptForm.count()).toBe(0);
  });
});
