import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { findEmbedded } from '@/prisma/embedded';
import { builtActions } from '../support/built';
import { dataFolder, removeFolder } from '../support/data-folder';
import { copyDemoData, DEMO_PASSWORD, sharedDemoData } from '../support/demo-data';
import { formsOf, refusal } from '../support/forms-of-a-page';
import { copyProject } from '../support/project-copy';
import { sessionCookie } from '../support/session-cookie';
import { freePort, runScriptIn, type Started, stopAll } from '../support/started';

const AUTH_SECRET = 'a secret of an app that a build comes under';

interface App {
  started: Started;
  address: string;
}

/** A checkout of the code, where two databases have their data folders. */
let checkout: string;
let data: string;
let app: App;
let db: Database;
let cookie: string;
let paper: string;
/** The build that `app` runs on. */
let first: string;

beforeAll(async () => {
  checkout = await copyProject();
  const shared = sharedDemoData();
  data = shared ? await copyDemoData(shared) : await dataFolder();
  app = await startOn('data', { AUTH_SECRET, DEMO_PASSWORD });
  await app.started.ready();
  [first = ''] = await builds();
  db = connectDatabase((await findEmbedded(path.join(data, 'data'))) ?? '', 2);
  const { id } = await db.person.findFirstOrThrow({ where: { email: 'officer@board.example' } });
  cookie = await sessionCookie(db, id, AUTH_SECRET);
  const { slug } = await db.meeting.findFirstOrThrow({ orderBy: { date: 'desc' } });
  paper = `/meetings/${slug}/paper.pdf`;
}, 300_000);
afterAll(async () => {
  await db?.$disconnect();
  await stopAll();
  await Promise.all([checkout, data].map(removeFolder));
});

async function startOn(folder: string, environment: Record<string, string>): Promise<App> {
  const port = String(await freePort());
  const settings = { PORT: port, DATA_DIR: path.join(data, folder), ...environment };
  const started = runScriptIn(checkout, 'scripts/start.ts', settings);
  return { started, address: `http://localhost:${port}` };
}

async function end({ started }: App): Promise<void> {
  started.signal('SIGTERM');
  expect(await started.ended).toBe(0);
}

const folderOf = (build: string) => path.join(checkout, '.builds', build);
/** The builds of the checkout, finished or not. */
async function builds(): Promise<string[]> {
  const entries = await readdir(path.join(checkout, '.builds'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function open({ address }: App, page: string, as = cookie): Promise<Response> {
  return fetch(new URL(page, address), { headers: { cookie: as, accept: 'text/html' } });
}

async function send({ address }: App, page: string, form: FormData, as = cookie) {
  const headers = { cookie: as, origin: address, accept: 'text/html' };
  const url = new URL(page, address);
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: form });
}

async function formOn(page: string, as = cookie): Promise<FormData> {
  const [form] = formsOf(await (await open(app, page, as)).text());
  if (!form) throw new Error(`There is no form on ${page}.`);
  return form;
}

async function upload(): Promise<Response> {
  const form = await formOn('/import');
  form.set('kind', 'local_actions');
  form.set('file', new File(['Title,Owner\nA thing to do,\n'], 'log.csv', { type: 'text/csv' }));
  return send(app, '/import', form);
}

async function drawsPapers(): Promise<void> {
  const answer = await open(app, paper);
  expect(answer.status).toBe(200);
  expect((await answer.text()).slice(0, 5)).toBe('%PDF-');
}

test('two starts of newer code make one build, and what runs goes on as it was', async () => {
  const opened = await formOn('/sign-in', '');
  await writeFile(path.join(checkout, 'public/newer.txt'), 'newer');
  await appendFile(path.join(checkout, 'lib/server/same-origin.ts'), '\n// Newer.\n');

  const newer = await Promise.all(['one', 'other'].map((name) => startOn(name, { DEMO: 'false' })));
  await Promise.all(newer.map(({ started }) => started.ready()));
  const said = newer.map(({ started }) => started.output());
  expect(said.filter((words) => words.includes('Building the app'))).toHaveLength(1);
  expect(
    said.filter((words) => words.includes('Another start is building the app in this folder')),
  ).toHaveLength(1);

  // Each from its own build, those of before with all that they have yet to load.
  const now = await builds();
  expect(now).toHaveLength(2);
  expect(now).toContain(first);
  expect((await open(app, '/newer.txt')).status).toBe(404);
  await drawsPapers();
  expect((await upload()).headers.get('location')).toMatch(/^\/import\/[^/]+\/columns$/);

  const second = now.find((name) => name !== first) ?? '';
  expect(builtActions(folderOf(second))).toEqual(builtActions(folderOf(first)));
  for (const one of newer) {
    expect((await open(one, '/newer.txt')).status).toBe(200);
    opened.set('email', 'nobody@board.example');
    opened.set('password', 'not the word of anybody');
    // Opened before, sent after, to an app with another secret.
    const answer = await send(one, '/sign-in', opened, '');
    expect(answer.status).toBe(200);
    expect(refusal(await answer.text())).toContain('Enter a correct email address and password');
    await end(one);
  }
}, 600_000);

test('a build that nothing runs on any more is removed, however that ended', async () => {
  expect(await builds()).toContain(first);
  app.started.signal('SIGKILL');
  await app.started.ended;
  app = await startOn('data', { AUTH_SECRET, DEMO_PASSWORD });
  await app.started.ready();
  const left = await builds();
  expect(left).toHaveLength(1);
  expect(left).not.toContain(first);
}, 300_000);

test('what a build has lost is a fault of ours, on the page and in the log', async () => {
  const [build = ''] = await builds();
  for (const lost of ['lib/spreadsheets/reader', 'lib/papers']) {
    await rm(path.join(folderOf(build), lost), { recursive: true });
  }
  for (const answer of [await upload(), await open(app, paper)]) {
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('<h1>Something went wrong</h1>');
    expect(html).not.toContain('could not be read');
    const reference = /<strong>(\w+)<\/strong>/.exec(html)?.[1];
    expect(app.started.output()).toContain(`"digest":"${reference}"`);
  }
  await end(app);
});
