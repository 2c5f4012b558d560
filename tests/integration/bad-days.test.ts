import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Context } from '@/lib/data/context';
import { connectDatabase, type Database } from '@/lib/data/database';
import { askQuestion } from '@/lib/data/questions';
import { readSession } from '@/lib/data/sessions';
import { type Trouble, TroubleError } from '@/lib/domain/trouble';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { type DatabaseProxy, databaseProxy } from '../support/database-proxy';
import { execute } from '../support/database-server';

const server = await testDatabase();
const { home } = await makeActors(server.db);
const reference = await buildLocalAction(contextOf(server.db));
await buildMeeting(contextOf(server.db), { date: '2026-12-10', startsAt: '10:00', venue: 'Hall' });

/** Those of the app, in the same order, for people with less patience. */
const SHORT = { connection: 1500, statement: 1000, answer: 1500, rest: 300, pause: 20_000 };

let proxy: DatabaseProxy;
const opened: Database[] = [];
beforeAll(async () => {
  proxy = await databaseProxy(server.url);
});
afterEach(async () => {
  Object.assign(proxy, { weather: 'fair', delay: 0, breaksAtCommit: null });
  proxy.cut();
  for (const db of opened.splice(0)) await db.$disconnect();
});
afterAll(() => proxy.close());

/** A pool of the app's, by way of the proxy. */
function pool(connections = 3, url = proxy.url, deadlines = SHORT): Database {
  const db = connectDatabase(url, connections, deadlines);
  opened.push(db);
  return db;
}

const look = (db: Pick<Database, '$queryRaw'>) =>
  db.$queryRaw<Array<{ one: number }>>`SELECT 1 AS one`;
const linger = (db: Database, seconds: number) => db.$queryRaw`SELECT pg_sleep(${seconds})::text`;

/** Opens all the connections it may have. */
async function fill(db: Database, connections = 3): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => linger(db, 0.1)));
}

async function troubled(attempt: PromiseLike<unknown>): Promise<Trouble> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof TroubleError) return error.digest;
    throw error;
  }
  throw new Error('It went well.');
}

async function within<T>(milliseconds: number, attempt: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const given = await attempt();
  expect(performance.now() - began).toBeLessThan(milliseconds);
  return given;
}

describe('connections that stopped answering', () => {
  test('are dropped, all of them, once one has given no answer in time', async () => {
    const db = pool();
    await fill(db);
    proxy.swallowOld();
    expect(await within(3000, () => troubled(look(db)))).toBe('record_away');
    const before = proxy.opened;
    await within(1000, () => fill(db));
    expect(proxy.opened - before).toBe(3);
  });

  test('in a transaction are not handed to whoever comes next', async () => {
    const db = pool(1);
    const attempt = db.$transaction(async (tx) => {
      await tx.person.count();
      proxy.swallowOld();
      await tx.person.count();
    });
    expect(await within(4000, () => troubled(attempt))).toBe('record_away');
    await within(1000, () => look(db));
  });

  test('nor are new ones waited for, and it all comes back by itself', async () => {
    const db = pool();
    await fill(db);
    proxy.weather = 'swallows';
    const all = Array.from({ length: 6 }, () => troubled(look(db)));
    const given = await within(6000, () => Promise.all(all));
    expect(given.filter((trouble) => trouble === 'record_lost')).toEqual([]);
    proxy.weather = 'fair';
    await within(2000, () => fill(db));
  });

  test('that are only slow are waited for', async () => {
    const db = pool(1);
    proxy.delay = 200;
    expect(await look(db)).toEqual([{ one: 1 }]);
  });
});

describe('connections that break', () => {
  test('while they rest are not noticed by anybody', async () => {
    const db = pool();
    await fill(db);
    proxy.cut();
    // It takes a turn of this process to hear of it.
    await look(server.db);
    await fill(db);
  });

  test('under a question leave nothing saved; under a write, nobody knows', async () => {
    const db = pool();
    await fill(db);
    const cutSoon = () => setTimeout(() => proxy.cut(), 100);
    cutSoon();
    expect(await troubled(linger(db, 0.5))).toBe('record_away');
    cutSoon();
    const write = db.$executeRaw`UPDATE "Person" SET name = name || pg_sleep(0.5)::text`;
    expect(await troubled(write)).toBe('record_lost');
    cutSoon();
    const begun = db.$transaction(async (tx) => {
      await tx.person.count();
      await tx.$queryRaw`SELECT pg_sleep(0.5)::text`;
    });
    expect(await troubled(begun)).toBe('record_away');
  });

  test('where nobody listens, that is said at once', async () => {
    const db = pool();
    proxy.weather = 'away';
    expect(await within(1000, () => troubled(look(db)))).toBe('record_away');
  });
});

describe('a commit whose answer did not come', () => {
  const ask = (db: Database, words: string) => {
    const context: Context = { ...contextOf(db, home.officer), db };
    return askQuestion(context, reference, { submissionId: randomUUID(), words });
  };
  const asked = (words: string) => server.db.question.count({ where: { words } });

  test('is told as saved where it was, and saved once', async () => {
    proxy.breaksAtCommit = 'after';
    await ask(pool(), 'Was it saved?');
    expect(proxy.breaksAtCommit).toBeNull();
    expect(await asked('Was it saved?')).toBe(1);
  });

  test('is told as not saved where it never got there', async () => {
    proxy.breaksAtCommit = 'before';
    expect(await troubled(ask(pool(), 'Was it lost?'))).toBe('record_away');
    expect(proxy.breaksAtCommit).toBeNull();
    expect(await asked('Was it lost?')).toBe(0);
  });

  test('is told as unknown where the database is away afterwards', async () => {
    const db = pool();
    proxy.breaksAtCommit = 'after';
    const sent = troubled(ask(db, 'Who knows?'));
    await vi.waitUntil(() => proxy.breaksAtCommit === null, { interval: 1 });
    proxy.weather = 'away';
    expect(await sent).toBe('record_lost');
    expect(await asked('Who knows?')).toBe(1);
  });
});

describe('short of connections', () => {
  /** The database as a role that may have three of them. */
  async function asRole(): Promise<string> {
    const role = `short_${randomUUID().replaceAll('-', '')}`;
    await execute(server.url, `CREATE ROLE ${role} LOGIN PASSWORD 'x' CONNECTION LIMIT 3`);
    await execute(server.url, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
    const url = new URL(server.url);
    Object.assign(url, { username: role, password: 'x' });
    return url.href;
  }
  const many = (db: Database) =>
    Promise.all(Array.from({ length: 22 }, () => Promise.all([look(db), db.person.count()])));

  test('everybody waits their turn', async () => {
    await many(pool(10, await asRole()));
  });

  test('also where another process has most of them', async () => {
    const url = await asRole();
    const patient = { ...SHORT, connection: 10_000 };
    await Promise.all([many(pool(10, url, patient)), many(pool(10, url, patient))]);
  });

  test('who waits too long is told so, here and in another process', async () => {
    const url = await asRole();
    const holder = pool(3, url);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begun = 0;
    const held = Array.from({ length: 3 }, () =>
      holder.$transaction(async (tx) => {
        await look(tx);
        begun += 1;
        await ended;
      }),
    );
    await vi.waitUntil(() => begun === 3);
    expect(await within(4000, () => troubled(look(holder)))).toBe('record_busy');
    expect(await within(4000, () => troubled(look(pool(2, url))))).toBe('record_busy');
    end();
    await Promise.allSettled(held);
  });

  test('a statement that takes too long is given up by the server', async () => {
    const db = pool(1);
    expect(await troubled(linger(db, 3))).toBe('record_busy');
    await look(db);
  });
});

describe('a database that takes nothing new', () => {
  test('says so to whoever writes, and is read all the same', async () => {
    const { id: personId } = home.member;
    const { id } = await server.db.session.create({
      data: { personId, createdAt: NOW, lastSeenAt: NOW, method: 'password' },
    });
    const database = `ALTER DATABASE ${new URL(server.url).pathname.slice(1)}`;
    const owner = inject('databaseServer');
    await execute(owner, `${database} SET default_transaction_read_only = on`);
    const db = pool();
    const later = new Date(NOW.getTime() + 120_000);
    const limits = { sessionIdleMinutes: 30, sessionHours: 12 };
    const session = await readSession({ db, now: later }, id, limits);
    const sent = { submissionId: randomUUID(), words: 'Is there room?' };
    const attempt = askQuestion(contextOf(db, home.officer), reference, sent);
    const trouble = await troubled(attempt);
    await execute(owner, `${database} RESET default_transaction_read_only`);
    expect(session?.actor.id).toBe(personId);
    expect(trouble).toBe('record_full');
  });
});
