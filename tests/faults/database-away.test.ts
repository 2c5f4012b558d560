import pg from 'pg';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from '@/lib/data/database';
import type { Scratch } from '@/prisma/scratch';
import { findBrowser } from '../support/browser';
import { makeFirstOfficer } from '../support/first-officer';
import { formsOf } from '../support/forms-of-a-page';
import { otherServer } from '../support/other-server';
import { sessionCookie } from '../support/session-cookie';
import { freePort, runScript, type Started, stopAll } from '../support/started';

const AUTH_SECRET = 'a secret of an app whose database goes away';
const WORDS = 'What has been done since the summer?';
const ASK = '/recommendations/r1/ask';
/** Of the database, of the machine, or of the code: for the log alone. */
const INSIDE = /prisma|postgres|ECONNREFUSED|127\.0\.0\.1|\bSELECT\b|\n\s+at |\.[jt]s:\d+/i;

let server: Scratch;
let started: Started;
let address: string;
let cookie: string;
let browser: Browser;
/** A browser with a question half typed. */
let open: Page;
/** What was open in a browser while the database was still there, by its address. */
const forms = new Map<string, FormData>();

beforeAll(async () => {
  server = await otherServer();
  const port = await freePort();
  address = `http://localhost:${port}`;
  const settings = { DATABASE_URL: server.url, AUTH_SECRET, PORT: String(port) };
  started = runScript('scripts/start.ts', settings);
  await started.ready();
  await makeFirstOfficer(settings);
  const db = connectDatabase(server.url, 1);
  const { id } = await db.person.findFirstOrThrow({ where: { email: 'first@board.example' } });
  cookie = await sessionCookie(db, id, AUTH_SECRET);
  await db.$disconnect();
  for (const [page, as] of [
    [ASK, cookie],
    ['/sign-in', ''],
  ] as const) {
    const html = await (await fetch(address + page, { headers: { cookie: as } })).text();
    const [form] = formsOf(html);
    if (!form) throw new Error(`There is no form on ${page}: ${html.slice(0, 500)}`);
    forms.set(page, form);
  }
  forms.get(ASK)?.set('words', WORDS);
  forms.get('/sign-in')?.set('email', 'first@board.example');
  forms.get('/sign-in')?.set('password', 'only for the tests 27');
  browser = await chromium.launch(await findBrowser());
  open = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const [name = '', ...value] = cookie.split('=');
  await open.context().addCookies([{ name, value: value.join('='), url: address }]);
  await open.goto(address + ASK);
  await open.getByLabel('Your question').fill(WORDS);
  await server.stop();
  await expect(new pg.Client({ connectionString: server.url }).connect()).rejects.toThrow();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopAll();
});

const asking = (page: string) => (page === ASK ? cookie : '');

test.each([ASK, '/sign-in'])(
  'a form of %s sent without a script is a page that says nothing was saved',
  async (page) => {
    const answer = await fetch(address + page, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: asking(page), origin: address, accept: 'text/html' },
      body: forms.get(page),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    expect(html).toContain('The service cannot reach its record at the moment');
    expect(html).toContain('Nothing was saved.');
    expect(html).toContain('Go back: your browser usually still has what you typed.');
    expect(html).not.toMatch(INSIDE);
  },
);

/** As React in a browser sends a form that is open there. */
function scripted(form: FormData): { action: string; body: FormData } {
  const body = new FormData();
  let [action, bound]: [string, unknown[]] = ['', []];
  for (const [name, value] of form) {
    if (!name.startsWith('$ACTION')) body.append(`_1_${name}`, value);
    else if (name.endsWith(':0')) action = (JSON.parse(String(value)) as { id: string }).id;
    else if (name.endsWith(':1')) bound = JSON.parse(String(value)) as unknown[];
  }
  body.append('0', JSON.stringify([...bound, '$K1']));
  return { action, body };
}

test.each([ASK, '/sign-in'])(
  'a form of %s sent by a script is an error that its page can put into words',
  async (page) => {
    const { action, body } = scripted(forms.get(page) ?? new FormData());
    const answer = await fetch(address + page, {
      method: 'POST',
      headers: {
        cookie: asking(page),
        origin: address,
        accept: 'text/x-component',
        'next-action': action,
      },
      body,
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('content-type')).toContain('text/x-component');
    const text = await answer.text();
    expect(/^\w+:E\{"digest":"(\w+)"\}$/m.exec(text)?.[1]).toBe('record_away');
    expect(text).not.toMatch(INSIDE);
  },
);

test('in a browser the form stays as it was typed, and says that nothing was saved', async () => {
  await open.getByRole('button', { name: 'Ask this question' }).click();
  const said = open.getByRole('alert').filter({ hasText: 'cannot reach its record' });
  await said.waitFor();
  expect(await open.getByLabel('Your question').inputValue()).toBe(WORDS);
  expect(await said.evaluate((box) => box === document.activeElement)).toBe(true);
  const text = (await said.textContent()) ?? '';
  expect(text).toContain('Nothing was saved. Try again in a minute.');
  expect(text).not.toMatch(INSIDE);
});

test.each([true, false])(
  'a page opened in a browser, JavaScript %s, says so too',
  async (script) => {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: 'en-GB' });
    const page = await context.newPage();
    const answer = await page.goto(`${address}/sign-in`);
    expect([answer?.status(), await answer?.headerValue('retry-after')]).toEqual([503, '30']);
    await page
      .getByRole('heading', { name: 'The service cannot reach its record at the moment' })
      .waitFor();
    const said = (await page.getByRole('main').textContent()) ?? '';
    expect(said).toContain('What was saved before is safe. Try again in a minute.');
    expect(said).not.toContain('reference');
    expect(await page.title()).toContain('cannot reach its record');
    await context.close();
  },
);

test('a file is the same page', async () => {
  const answer = await fetch(`${address}/local-actions.csv`, { headers: { cookie } });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await answer.text()).toContain('The service cannot reach its record at the moment');
});

test('an outage is a line in the log and then one a minute, without a stack', async () => {
  const all = Array.from({ length: 60 }, () =>
    fetch(`${address}/sign-in`).then((one) => one.text()),
  );
  await Promise.all(all);
  const said = started.output().split('\n');
  expect(said.filter((line) => line.includes('"trouble":"record_away"'))).toHaveLength(1);
  expect(said.filter((line) => line.includes('A request failed'))).toEqual([]);
  expect(started.output() + started.errors()).not.toMatch(/\n\s+at /);
});

test('the app goes on, and says that it is not ready', async () => {
  expect((await fetch(`${address}/api/health/live`)).status).toBe(200);
  expect((await fetch(`${address}/api/health/ready`)).status).toBe(503);
});
