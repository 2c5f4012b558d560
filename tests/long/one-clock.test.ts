import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database, readClock } from '@/lib/data/database';
import { hashPassword } from '@/lib/data/password';
import type { Scratch } from '@/prisma/scratch';
import { makeFirstOfficer } from '../support/first-officer';
import { formsOf } from '../support/forms-of-a-page';
import { otherServer } from '../support/other-server';
import { freePort, runScript, type Started, stopAll, until } from '../support/started';

const HOUR = 3_600_000;
const EMAIL = 'first@board.example';
const PASSWORD = 'only for the tests 27';

interface App {
  started: Started;
  address: string;
}

let server: Scratch;
let db: Database;
/** Its clock is right. */
let right: App;
/** The clock of its machine is an hour behind. */
let behind: App;

beforeAll(async () => {
  server = await otherServer();
  const settings = {
    DATABASE_URL: server.url,
    AUTH_SECRET: 'a secret of two apps with two clocks',
  };
  const start = async (environment = {}): Promise<App> => {
    const port = String(await freePort());
    const started = runScript('scripts/start.ts', { ...settings, PORT: port, ...environment });
    await started.ready();
    return { started, address: `http://localhost:${port}` };
  };
  right = await start();
  const clock = pathToFileURL(path.resolve('tests/support/other-clock.mjs')).href;
  behind = await start({ NODE_OPTIONS: `--import ${clock}`, CLOCK_BEHIND: String(HOUR) });
  await makeFirstOfficer(settings, EMAIL);
  db = connectDatabase(server.url, 1);
  const passwordHash = await hashPassword(PASSWORD);
  await db.person.update({ where: { email: EMAIL }, data: { passwordHash } });
}, 300_000);
afterAll(async () => {
  await db?.$disconnect();
  await stopAll();
  await server?.stop();
});

async function open({ address }: App, page: string, cookie = ''): Promise<Response> {
  return fetch(address + page, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });
}

/** Fills in the form of a page that has a field, and sends it. */
async function send(app: App, page: string, words: Record<string, string>, cookie = '') {
  const html = await (await open(app, page, cookie)).text();
  const [field = ''] = Object.keys(words);
  const form = formsOf(html).find((one) => one.has(field));
  if (!form) throw new Error(`${page} asks for no ${field}: ${html.slice(0, 500)}`);
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  const headers = { cookie, origin: app.address, accept: 'text/html' };
  const url = app.address + page;
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: form });
}

async function signIn(app: App): Promise<string> {
  const answer = await send(app, '/sign-in', { email: EMAIL, password: PASSWORD });
  const set = answer.headers.getSetCookie().find((one) => one.startsWith('board-session='));
  if (!set) throw new Error(`Not signed in: ${answer.status}`);
  return set.split(';', 1)[0] ?? '';
}

/** Within seconds of what the database says. */
async function isNow(at: Date | undefined): Promise<void> {
  const off = (await readClock(db)).getTime() - (at?.getTime() ?? 0);
  expect(Math.abs(off)).toBeLessThan(20_000);
}

test('a process whose clock is off says so, in its log and to whoever asks whether it is ready', async () => {
  const answer = await fetch(`${behind.address}/api/health/ready`);
  expect(await answer.json()).toEqual({
    status: 'ready',
    clock: expect.stringMatching(
      /^The clock of this machine is 3(599|600|601) seconds behind the database's\./,
    ),
  });
  await until(() => /"level":"warn".*seconds behind the database/.test(behind.started.output()));
  const other = await fetch(`${right.address}/api/health/ready`);
  expect(await other.json()).toEqual({ status: 'ready' });
});

test('who signs in at one is signed in at the other, and for as long', async () => {
  for (const [here, there] of [
    [behind, right],
    [right, behind],
  ] as const) {
    const cookie = await signIn(here);
    expect((await open(there, '/', cookie)).status).toBe(200);
    const session = await db.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await isNow(session.createdAt);
    await isNow(session.lastSeenAt);
    const standing = async (app: App) => {
      const answer = await fetch(`${app.address}/api/session`, { headers: { cookie } });
      return (await answer.json()) as { endsAt: string; now: string };
    };
    const [ours, theirs] = await Promise.all([standing(here), standing(there)]);
    expect(theirs.endsAt).toBe(ours.endsAt);
    await isNow(new Date(ours.now));
    await isNow(new Date(theirs.now));
  }
});

test('what is recorded lies in its order, wherever it was written', async () => {
  const cookie = await signIn(right);
  const written: string[] = [];
  for (const app of [right, behind, right, behind]) {
    const name = `Partner ${randomUUID()}`;
    written.push(name);
    expect((await send(app, '/organisations/new', { name }, cookie)).status).toBe(303);
  }
  const rows = await db.organisationVersion.findMany({
    where: { name: { in: written } },
    orderBy: { recordedAt: 'asc' },
  });
  expect(rows.map(({ name }) => name)).toEqual(written);
  for (const { recordedAt } of rows) await isNow(recordedAt);
  const events = await db.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 4 });
  for (const { recordedAt } of events) await isNow(recordedAt);
});

test('wrong passwords are counted over the same minutes', async () => {
  for (const app of [behind, right]) {
    await db.rateLimit.deleteMany();
    await send(app, '/sign-in', { email: EMAIL, password: 'not that word, another' });
    const counted = await db.rateLimit.findMany();
    expect(counted.length).toBeGreaterThan(0);
    const now = (await readClock(db)).getTime();
    for (const { expire } of counted) {
      const left = Number(expire) - now;
      expect(left).toBeGreaterThan(13 * 60_000);
      expect(left).toBeLessThan(16 * 60_000);
    }
  }
});
