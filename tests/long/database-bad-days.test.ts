import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import type { Scratch } from '@/prisma/scratch';
import { type DatabaseProxy, databaseProxy } from '../support/database-proxy';
import { makeFirstOfficer } from '../support/first-officer';
import { formsOf } from '../support/forms-of-a-page';
import { otherServer } from '../support/other-server';
import { sessionCookie } from '../support/session-cookie';
import { freePort, runScript, type Started, stopAll, until } from '../support/started';

const AUTH_SECRET = 'a secret of an app whose database has bad days';
/** What every page may take at most, whatever the database does: milliseconds. */
const BOUND = 50_000;

let server: Scratch;
let proxy: DatabaseProxy;
let address: string;
let cookie: string;
let db: Database;

beforeAll(async () => {
  server = await otherServer();
  proxy = await databaseProxy(server.url);
  [, address] = await start({ DATABASE_URL: proxy.url });
  const settings = { DATABASE_URL: server.url, AUTH_SECRET };
  await makeFirstOfficer(settings);
  db = connectDatabase(server.url, 1);
  const { id } = await db.person.findFirstOrThrow({ where: { email: 'first@board.example' } });
  cookie = await sessionCookie(db, id, AUTH_SECRET);
}, 180_000);
afterAll(async () => {
  await db?.$disconnect();
  await stopAll();
  await proxy?.close();
  await server?.stop();
});

afterEach(() => {
  Object.assign(proxy, { weather: 'fair', delay: 0, breaksAtCommit: null });
});

async function start(environment: Record<string, string>): Promise<[Started, string]> {
  const port = String(await freePort());
  const app = runScript('scripts/start.ts', { AUTH_SECRET, PORT: port, ...environment });
  await app.ready();
  return [app, `http://localhost:${port}`];
}

const PAGES = [
  '/',
  '/recommendations',
  '/recommendations/r1',
  '/commitments',
  '/local-actions',
  '/recommendations/r2',
  '/meetings',
  '/challenges',
  '/redactions',
  '/questions',
  '/meetings/actions',
  '/meetings/members',
  '/people',
  '/organisations',
  '/objectives',
  '/sources',
  '/activity',
  '/import',
  '/settings',
  '/start',
  '/account',
  '/about/permissions',
];

async function statusOf(page: string, at = address): Promise<number> {
  const signal = AbortSignal.timeout(BOUND);
  const answer = await fetch(at + page, { headers: { cookie, accept: 'text/html' }, signal });
  await answer.text();
  return answer.status;
}
const openAll = (at = address) => Promise.all(PAGES.map((page) => statusOf(page, at)));
const ALL_THERE = PAGES.map(() => 200);

/** The answer of a health check, which may not take more than two seconds. */
async function health(which: 'live' | 'ready'): Promise<number> {
  const signal = AbortSignal.timeout(2000);
  return (await fetch(`${address}/api/health/${which}`, { signal })).status;
}

/** Whether the app has nothing to do but wait: what it is asked is then not slow for other reasons. */
async function isIdle(): Promise<boolean> {
  const began = performance.now();
  await fetch(`${address}/api/health/live`);
  return performance.now() - began < 200;
}

test('a database that swallows what it is sent holds up no page for ever, and ready says so', async () => {
  expect(await openAll()).toEqual(ALL_THERE);
  proxy.weather = 'swallows';
  const pages = openAll();
  // Those that have a connection have asked; the others wait for one.
  await until(() => proxy.swallowed >= 10);
  await until(isIdle);
  const [live, ...ready] = await Promise.all([
    health('live'),
    ...Array.from({ length: 20 }, () => health('ready')),
  ]);
  expect(live).toBe(200);
  expect(new Set(ready)).toEqual(new Set([503]));
  expect(new Set(await pages)).toEqual(new Set([503]));
  expect(await health('ready')).toBe(503);
  proxy.weather = 'fair';
  // By itself, and as fast as before.
  await until(async () => (await health('ready')) === 200);
  expect(await openAll()).toEqual(ALL_THERE);
}, 120_000);

test('after a failover that swallowed its connections all of them are dropped in seconds', async () => {
  await openAll();
  const before = proxy.opened;
  proxy.swallowOld();
  // Nobody opens a page meanwhile: the process notices by itself.
  await until(() => proxy.opened > before);
  const began = performance.now();
  expect(await openAll()).toEqual(ALL_THERE);
  expect(performance.now() - began).toBeLessThan(10_000);
}, 120_000);

test('connections that are cut under pages are opened again', async () => {
  await openAll();
  proxy.cut();
  await until(async () => (await health('ready')) === 200);
  expect(await openAll()).toEqual(ALL_THERE);
}, 120_000);

test('a slow way to the database makes slow pages, and no other', async () => {
  proxy.delay = 50;
  expect(await statusOf('/recommendations/r1')).toBe(200);
  proxy.delay = 0;
});

test('what is acknowledged over a day of this is saved, once, and what is refused is not', async () => {
  const page = '/organisations/new';
  const name = `Partner ${randomUUID()}`;
  const send = async () => {
    const html = await (await fetch(address + page, { headers: { cookie } })).text();
    const form = formsOf(html).find((one) => one.has('name'));
    if (!form) throw new Error(`There is no form on ${page}: ${html.slice(0, 300)}`);
    form.set('name', name);
    return async () => {
      const headers = { cookie, origin: address, accept: 'text/html' };
      return fetch(address + page, { method: 'POST', redirect: 'manual', headers, body: form });
    };
  };
  const saved = () => db.organisationVersion.count({ where: { name } });

  const first = await send();
  proxy.breaksAtCommit = 'before';
  const refused = await first();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await refused.text()).toContain('Nothing was saved.');
  expect(await saved()).toBe(0);

  const second = await send();
  proxy.breaksAtCommit = 'after';
  expect((await second()).status).toBe(303);
  expect(await saved()).toBe(1);
});

test('a role that may have three connections has every page, each in its turn', async () => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const owner = decodeURIComponent(new URL(server.url).username);
  await client.query(`CREATE ROLE short LOGIN PASSWORD 'x' CONNECTION LIMIT 3 IN ROLE "${owner}"`);
  await client.end();
  const url = new URL(server.url);
  Object.assign(url, { username: 'short', password: 'x' });
  const [app, at] = await start({ DATABASE_URL: url.href });
  expect(await openAll(at)).toEqual(ALL_THERE);
  app.signal('SIGTERM');
  await app.ended;
}, 180_000);
