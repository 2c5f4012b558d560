import { expect, test } from 'vitest';
import { noteSecurityEvent } from '@/lib/data/security-events';
import { getSecurityEvents, listSecurityEvents } from '@/lib/data/security-events-view';
import { NotAllowedError } from '@/lib/domain/errors';
import { ROLES } from '@/lib/domain/permissions';
import { type SecurityQuery, securityQuerySchema } from '@/lib/domain/security-query';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const administrator = contextOf(db, home.administrator);
const caller = { address: '192.0.2.7', agent: 'Mozilla/5.0 (X11; Linux) Firefox/142.0' };

const asked = (query: Partial<SecurityQuery> = {}) => ({
  ...securityQuerySchema.parse({}),
  ...query,
});
const details = async (query: Partial<SecurityQuery>) =>
  (await getSecurityEvents(administrator, asked(query))).rows.map(({ detail }) => detail);

/** As many failures as do not fit on a page, a minute between them; then one of each other sort. */
const DAY = '2026-07-01';
for (let minute = 0; minute < 60; minute += 1) {
  const now = new Date(`${DAY}T10:${String(minute).padStart(2, '0')}:00Z`);
  const detail = `failure ${minute}`;
  await noteSecurityEvent({ db, now }, { kind: 'sign_in.failed', caller, detail });
}
const late = new Date(`${DAY}T23:30:00Z`);
await noteSecurityEvent(
  { db, now: late },
  {
    kind: 'sessions.ended',
    personId: home.member.id,
    byId: home.administrator.id,
    caller,
    detail: 'all of them',
  },
);

test('newest first: what, whose account, by whom, where from', async () => {
  const view = await getSecurityEvents(administrator, asked());
  expect([view.total, view.pages, view.rows.length, view.months]).toEqual([61, 2, 50, 12]);
  expect(view.rows[0]).toEqual({
    id: expect.stringMatching(/^\d+$/),
    at: late.toISOString(),
    kind: 'sessions.ended',
    title: 'Signed out everywhere',
    person: { id: home.member.id, name: 'home member' },
    by: { id: home.administrator.id, name: 'home administrator' },
    address: '192.0.2.7',
    agent: caller.agent,
    detail: 'all of them',
  });
  expect(view.people).toEqual([{ id: home.member.id, name: 'home member' }]);
});

test('narrowed by account, kind and day of London', async () => {
  expect(await details({ person: home.member.id })).toEqual(['all of them']);
  expect((await getSecurityEvents(administrator, asked({ person: 'system' }))).total).toBe(60);
  expect(await details({ kind: 'sessions.ended' })).toEqual(['all of them']);
  // Half past eleven at Greenwich is the next day in a London summer.
  expect(await details({ from: '2026-07-02' })).toEqual(['all of them']);
  expect((await getSecurityEvents(administrator, asked({ to: DAY }))).total).toBe(60);
});

test('the file has every event once, in the order of the pages', async () => {
  const pages = await Promise.all(
    [1, 2].map((page) => getSecurityEvents(administrator, asked({ page }))),
  );
  const listed = [];
  for await (const rows of listSecurityEvents(administrator, asked())) listed.push(...rows);
  expect(listed).toEqual(pages.flatMap(({ rows }) => rows));
  expect(listed).toHaveLength(61);
});

test.each(ROLES.filter((role) => role !== 'administrator'))('a %s reads none', async (role) => {
  const context = contextOf(db, home[role]);
  await expect(getSecurityEvents(context, asked())).rejects.toThrow(NotAllowedError);
  await expect(listSecurityEvents(context, asked()).next()).rejects.toThrow(NotAllowedError);
});
