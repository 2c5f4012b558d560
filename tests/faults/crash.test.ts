import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '@/prisma/processes';
import { ask, dataFolder, postgresOf, removeFolder } from '../support/data-folder';
import {
  appOf,
  descendants,
  freePort,
  runNpm,
  runScript,
  type Started,
  stopAll,
  until,
  untilGone,
} from '../support/started';

let folder: string;
let port: number;
let written = 0;
/** Ids of those there are, once everything is made. */
let known: unknown[] = [];

beforeAll(async () => {
  folder = await dataFolder();
  port = await freePort();
});
afterAll(async () => {
  await stopAll();
  await removeFolder(folder);
});

const environment = () => ({ DATA_DIR: folder, PORT: String(port) });

async function start(): Promise<Started> {
  const started = runScript('scripts/start.ts', environment());
  await started.ready();
  return started;
}

/** One more change, committed before this returns. */
async function write(): Promise<void> {
  written += 1;
  await ask(folder, 'CREATE TABLE IF NOT EXISTS fault_probe (number int)');
  await ask(folder, `INSERT INTO fault_probe VALUES (${written})`);
}

async function everythingIsThere(): Promise<void> {
  const numbers = Array.from({ length: written }, (_, index) => index + 1);
  expect(await ask(folder, 'SELECT number FROM fault_probe ORDER BY number')).toEqual(numbers);
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
}

const people = () => ask(folder, 'SELECT id::text FROM "Person" ORDER BY id');

async function end(started: Started): Promise<void> {
  started.signal('SIGTERM');
  expect(await started.ended).toBe(0);
}

describe('a start from nothing', () => {
  it('serves, says where and how to get in, and leaves nothing behind on Ctrl-C', async () => {
    const started = await start();
    await write();
    known = await people();
    expect(started.output()).toContain(`is ready at http://localhost:${port}`);
    expect(started.output()).toMatch(/the password of each is [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    const live = await fetch(`http://127.0.0.1:${port}/api/health/live`);
    expect([live.status, live.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const processes = descendants(started.pid);
    expect(processes.length).toBeGreaterThan(1);
    started.signal('SIGINT');
    expect(await started.ended).toBe(0);
    await untilGone(processes);
  });

  it('does nothing again the second time, and tells the same password', async () => {
    const started = await start();
    expect(started.output()).not.toContain('Applied the migrations');
    expect(await people()).toEqual(known);
    const password = /each is (\S+)/.exec(started.output())?.[1];
    await end(started);
    const again = await start();
    expect(/each is (\S+)/.exec(again.output())?.[1]).toBe(password);
    await everythingIsThere();
    await end(again);
  });

  it('through npm ends cleanly with the whole terminal group', async () => {
    const started = runNpm(environment(), 'start');
    await started.ready();
    const processes = descendants(started.pid);
    process.kill(-started.pid, 'SIGINT');
    // The shell that npm puts in between ends by the signal, as shells do.
    expect([0, 130, 'SIGINT']).toContain(await started.ended);
    await until(() => started.output().includes('Stopped.'));
    await untilGone(processes);
  });
});

describe('after kill -9, what was acknowledged is there and the next start works:', () => {
  it('of start', async () => {
    const started = await start();
    const app = appOf(started);
    await write();
    started.signal('SIGKILL');
    expect(await started.ended).toBe('SIGKILL');
    const next = await start();
    expect(isAlive(app)).toBe(false);
    await everythingIsThere();
    await end(next);
  });

  it('of npm, whose app leaves with it', async () => {
    const started = runNpm(environment(), 'start');
    await started.ready();
    await write();
    const processes = descendants(started.pid);
    started.signal('SIGKILL');
    await started.ended;
    const next = await start();
    await untilGone(processes);
    await everythingIsThere();
    await end(next);
  });

  it('of PostgreSQL, which stops the app with a sentence', async () => {
    const started = await start();
    const processes = descendants(started.pid);
    await write();
    process.kill(await postgresOf(folder), 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.errors()).toContain('PostgreSQL ended by itself (SIGKILL)');
    expect(started.errors()).not.toContain('    at ');
    await untilGone(processes);
    const next = await start();
    await everythingIsThere();
    await end(next);
  });

  it('of the app, which is started again, after a pause that grows', async () => {
    const started = await start();
    await write();
    for (const [times, pause] of ['1 second', '2 seconds'].entries()) {
      const app = appOf(started);
      process.kill(app, 'SIGKILL');
      const said = `The app ended by itself (SIGKILL). Nothing saved is lost. It is started again in ${pause}.`;
      await until(() => started.errors().includes(said));
      await until(() => started.output().split('The app serves again.').length === times + 2);
      expect(appOf(started)).not.toBe(app);
      await everythingIsThere();
    }
    await end(started);
  });

  it('of the app, and Ctrl-C while it is waited', async () => {
    const started = await start();
    const processes = descendants(started.pid);
    process.kill(appOf(started), 'SIGKILL');
    await until(() => started.errors().includes('It is started again in 1 second.'));
    await end(started);
    await untilGone(processes);
  });

  it('of all of them at once', async () => {
    const started = await start();
    await write();
    for (const pid of [started.pid, appOf(started), await postgresOf(folder)]) {
      process.kill(pid, 'SIGKILL');
    }
    await started.ended;
    const next = await start();
    await everythingIsThere();
    await end(next);
  });

  it('of start in the middle of preparing', async () => {
    const fresh = await dataFolder();
    const settings = { DATA_DIR: fresh, PORT: String(port) };
    for (const after of ['Starting PostgreSQL', 'Applied the migrations']) {
      const started = runScript('scripts/start.ts', settings);
      await until(() => started.output().includes(after));
      started.signal('SIGKILL');
      await started.ended;
    }
    const next = runScript('scripts/start.ts', settings);
    await next.ready();
    await end(next);
    await removeFolder(fresh);
  });
});
