import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser';
import { ownApp } from '../support/own-app';
import { until } from '../support/started';

const app = await ownApp();
let cookie = '';
let browser: Browser;

beforeAll(async () => {
  cookie = await app.cookie('officer');
  browser = await chromium.launch(await findBrowser());
});
afterAll(() => browser.close());

/** Of the error, of what it went through, or of the machine: for the log alone. */
const INSIDE = [
  /prisma/i,
  /postgres/i,
  /relation "|does not exist/,
  /\bSELECT\b|\bFROM\b/,
  /_away/,
  /\n\s+at |\.[jt]s:\d+/,
  /\$queryRaw|findUnique|findMany|Invocation/i,
  new RegExp(process.cwd()),
];
const inside = (text: string) => INSIDE.filter((pattern) => pattern.test(text)).map(String);

/** Waits for the entry of the log that a reference leads to. */
async function entryOf(reference: string): Promise<string> {
  const find = () =>
    app.started
      .output()
      .split('\n')
      .find((line) => line.includes(`"digest":"${reference}"`));
  await until(() => find() !== undefined);
  return find() ?? '';
}

const SENTENCE = /give them this reference: (\S+?)\. It leads to the entry/;

/** By what breaks them: a page of the board, the frame around it, a file, an address of sign-in. */
const BROKEN = {
  '/local-actions': 'Item',
  '/meetings': 'Meeting',
  '/people': 'Session',
  '/account': 'BoardSettings',
} as const;

describe('what nobody foresaw', () => {
  test.each(Object.entries(BROKEN))(
    'on %s without %s is a page with a reference, whose words are in the log alone',
    async (address, table) => {
      await app.without(table, async () => {
        const answer = await fetch(new URL(address, app.address), { headers: { cookie } });
        expect(answer.status).toBe(500);
        expect(inside(await answer.text())).toEqual([]);

        const [name = '', value = ''] = cookie.split('=');
        for (const javaScriptEnabled of [true, false]) {
          const context = await browser.newContext({ javaScriptEnabled });
          await context.addCookies([{ name, value, url: app.address }]);
          const page = await context.newPage();
          await page.goto(new URL(address, app.address).href);
          await page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
          const shown = (await page.getByRole('main').textContent()) ?? '';
          const reference = SENTENCE.exec(shown)?.[1] ?? 'none';
          expect(inside(shown)).toEqual([]);
          expect(await entryOf(reference)).toMatch(/does not exist/);
          await context.close();
        }
      });
    },
  );

  test.each([
    ['/local-actions.csv', 'Item'],
    ['/activity/csv', 'AuditEvent'],
    ['/meetings/2026-12-03/paper.pdf', 'Meeting'],
    ['/evidence/00000000-0000-4000-8000-000000000000/file', 'Evidence'],
  ])('in %s without %s is a page with a reference too', async (address, table) => {
    await app.without(table, async () => {
      const answer = await fetch(new URL(address, app.address), { headers: { cookie } });
      expect(answer.status).toBe(500);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const html = await answer.text();
      expect(inside(html)).toEqual([]);
      const reference = SENTENCE.exec(html.replace(/<[^>]*>/g, ''))?.[1] ?? 'none';
      expect(await entryOf(reference)).toMatch(/does not exist/);
    });
  });

  test.each([true, false])(
    'in a form, JavaScript %s, is one as well',
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${app.address}/sign-in`);
      await page.getByLabel('Email address').fill('officer@board.example');
      await page.getByLabel('Password').fill('only for the tests 27');
      await app.without('RateLimit', async () => {
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
        const shown = (await page.getByRole('main').textContent()) ?? '';
        expect(inside(shown)).toEqual([]);
        expect(inside(await page.content())).toEqual([]);
        expect(await entryOf(SENTENCE.exec(shown)?.[1] ?? 'none')).toMatch(/does not exist/);
      });
      await context.close();
    },
  );
});
