import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scratch } from '@/prisma/scratch';
import { ask, dataFolder, removeFolder } from '../support/data-folder';
import { otherServer } from '../support/other-server';
import { freePort, runScript, stopAll } from '../support/started';

let folder: string;
let server: Scratch;

beforeAll(async () => {
  folder = await dataFolder();
  server = await otherServer();
});
afterAll(async () => {
  await stopAll();
  await server.stop();
  await removeFolder(folder);
});

const WORKS = ['--position', 'Lead', '--organisation', 'Exampleshire Council'];
const NAMED = ['--email', 'First@Board.example', '--name', 'First Person', ...WORKS];

it('uses the server DATABASE_URL names, without a demo and without a data folder', async () => {
  const settings = {
    DATABASE_URL: server.url,
    AUTH_SECRET: 'x'.repeat(40),
    DATA_DIR: `${folder}/unused`,
    PORT: String(await freePort()),
    APP_URL: 'https://board.example/',
  };
  const started = runScript('scripts/start.ts', settings);
  await started.ready();
  expect(started.output()).toContain('is ready at https://board.example\n');
  expect(started.output()).toContain('npm run create-admin');
  expect(started.output()).not.toContain('Demo accounts');
  expect(existsSync(`${folder}/unused`)).toBe(false);
  const made = runScript('scripts/create-admin.ts', settings, ...NAMED);
  expect(await made.ended).toBe(0);
  expect(made.output()).toMatch(/^https:\/\/board\.example\/invitation\/[\w-]{30,}$/m);
  started.signal('SIGTERM');
  expect(await started.ended).toBe(0);
  // Ours to use, not to stop.
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const people = await client.query('SELECT email, roles::text[] FROM "Person"');
  await client.end();
  expect(people.rows).toEqual([{ email: 'first@board.example', roles: ['administrator'] }]);
});

it('makes the first administrator of a stopped and of a running embedded app', async () => {
  const settings = { DATA_DIR: folder, PORT: String(await freePort()), DEMO: 'false' };
  const stopped = runScript('scripts/create-admin.ts', settings, ...NAMED);
  expect(await stopped.ended, stopped.errors()).toBe(0);
  const started = runScript('scripts/start.ts', settings);
  await started.ready();
  const other = ['--email', 'second@board.example', '--name', 'Second Person', ...WORKS];
  const running = runScript('scripts/create-admin.ts', settings, ...other);
  expect(await running.ended, running.errors()).toBe(0);
  expect(await ask(folder, 'SELECT email FROM "Person" ORDER BY email')).toEqual([
    'first@board.example',
    'second@board.example',
  ]);
  started.signal('SIGTERM');
  expect(await started.ended).toBe(0);
});

it('asks for what the first administrator needs', async () => {
  const bare = ['--email', 'bare@board.example', '--name', 'Bare Person'];
  const refused = runScript('scripts/create-admin.ts', { DATA_DIR: folder }, ...bare);
  expect(await refused.ended).toBe(1);
  expect(refused.errors()).toMatch(/^Nobody has that address yet\. .*--organisation.*\.\n$/);
  const started = runScript('scripts/create-admin.ts', { DATA_DIR: folder }, '--name', 'Nobody');
  expect(await started.ended).toBe(1);
  expect(started.errors()).toMatch(/^Give the administrator's email address and name: .*\n$/);
});
