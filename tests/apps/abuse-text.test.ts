import { createHash } from 'node:crypto';
import { chromium, type Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import type { Role } from '@/lib/domain/permissions';
import { buildMeeting } from '@/seed/builders/board';
import { contextOf } from '../support/actors';
import { findBrowser } from '../support/browser';
import { everyPage, type Found, pagesOfBuild } from '../support/every-page';
import { CANARY, HOSTILE_TEXT, spoil } from '../support/hostile-text';
import { importAsks, upload } from '../support/imports';
import { ranInHtml, readHostile } from '../support/nothing-ran';
import { ownApp } from '../support/own-app';
import { makePeople } from '../support/people';

const READERS: readonly Role[] = ['officer', 'administrator', 'commissioner', 'viewer'];
const TOKEN = 'a token of a link';

/**
 * Shown to nobody who is signed in or only on the way in, or in a state that takes another meeting
 * to be held.
 */
const NOT_OPENED = [
  '/download',
  '/meetings/[slug]/minutes/agree',
  ...['', '/forgotten', '/second-step', '/set-up'].map((below) => `/sign-in${below}`),
];

const app = await ownApp();
const cookies = new Map<Role, string>();
const found = new Map<Role, Found>();
/** By address: who got it first, and what. */
const opened = new Map<string, { role: Role; html: string }>();
const troubles: string[] = [];
let spoiled: string[];

function get(address: string, role: Role): Promise<Response> {
  const cookie = cookies.get(role) ?? '';
  return fetch(new URL(address, app.address), { redirect: 'manual', headers: { cookie } });
}

/** States that the demo board shows nowhere. @returns addresses of their pages */
async function prepare(): Promise<string[]> {
  const { db } = app;
  const person = await db.person.findFirstOrThrow({
    where: { roles: { has: 'officer' }, email: { not: null } },
    orderBy: { id: 'asc' },
  });
  const now = new Date();
  const officer = contextOf(db, { kind: 'person', ...person }, now);
  const asks = [{ wording: { shortTitle: HOSTILE_TEXT.slice(0, 120), text: HOSTILE_TEXT } }];
  const applied = await importAsks(officer, asks);
  const waiting = await upload(officer, asks, undefined, HOSTILE_TEXT.slice(0, 200));
  const { id, code } = await db.grouping.findFirstOrThrow({ where: { kind: 'theme' } });
  await db.grouping.update({ where: { id }, data: { retired: true } });
  const slug = await buildMeeting(officer, {
    date: '2037-09-02',
    startsAt: '14:00',
    venue: 'Hall',
  });
  await db.meeting.update({ where: { slug }, data: { cancelled: true } });
  for (const purpose of ['invitation', 'password'] as const) {
    await db.accessLink.create({
      data: {
        personId: person.id,
        purpose,
        tokenHash: createHash('sha256').update(`${TOKEN} ${purpose}`).digest('hex'),
        createdAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      },
    });
  }
  const people = await makePeople(db, 'met', now);
  await db.secondFactor.create({
    data: {
      personId: person.id,
      secret: new Uint8Array(40),
      createdAt: now,
      confirmedAt: now,
    },
  });
  return [
    ...['', '/columns', '/questions', '/apply', '/discard'].map(
      (part) => `/import/${waiting}${part}`,
    ),
    `/import/results/${applied}`,
    `/groupings/themes/${code}/restore`,
    `/meetings/${slug}/restore`,
    ...(['invitation', 'reset'] as const).map(
      (way) => `/${way}/${encodeURIComponent(`${TOKEN} ${way === 'reset' ? 'password' : way}`)}`,
    ),
    ...[
      `${people.known}/invite`,
      `${people.invited}/link`,
      `${people.active}/roles`,
      `${people.active}/end-sessions`,
      `${people.owner}/deactivate`,
      `${people.deactivated}/reactivate`,
      `${people.leaver}/erase`,
      `${people.careful}/hold`,
      `${people.careful}/second-step`,
      `${people.linked}/single-sign-on`,
    ].map((below) => `/people/${below}`),
    '/account/second-step/remove',
    '/account/recovery-codes',
  ];
}

/** Opens a page, and notes what is wrong with it. */
async function open(address: string, role: Role): Promise<string | null> {
  const answer = await get(address, role);
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return null;
  const html = await answer.text();
  const trouble = ranInHtml(html);
  if (![200, 303, 307, 404].includes(answer.status)) trouble.push(String(answer.status));
  if (/data-dgst="(?!NEXT_)/.test(html)) trouble.push('it broke half way');
  if (trouble.length > 0) troubles.push(`${address} for the ${role}: ${trouble.join(', ')}`);
  if (answer.status === 200 && !opened.has(address)) opened.set(address, { role, html });
  return html;
}

beforeAll(async () => {
  for (const role of READERS) cookies.set(role, await app.cookie(role));
  const prepared = await prepare();
  spoiled = await spoil(app.database);
  for (const role of READERS) {
    const from = ['/', '/start', '/start/meetings', '/settings', '/sources/n', ...prepared];
    // Whoever sees the most opens more of each, and all there are of what differs in its links.
    const how = role === 'officer' ? { few: 2 } : { few: 1, each: false };
    found.set(role, await everyPage((address) => open(address, role), { from, ...how }));
  }
}, 600_000);

/** The first address of each page of the build that somebody could open. */
function onePerPage(): Map<string, string> {
  const all = [...found.values()].flatMap(({ addresses }) => [...addresses]);
  const shown = all.flatMap(([page, addresses]) => {
    const first = addresses.find((address) => opened.has(address));
    return first ? [[page, first] as const] : [];
  });
  return new Map(shown);
}

/** Addresses of files that are drawn from what is there now: issued papers keep their own bytes. */
function drawn(): string[] {
  const { addresses } = found.get('officer') as Found;
  const linked = [...addresses.values()].flat().filter((one) => /\.\w+(\?|$)/.test(one));
  const registers = ITEM_KINDS.flatMap((kind) =>
    ['xlsx', 'csv'].map((format) => `${KIND_NAMES[kind].path}.${format}`),
  );
  return [...new Set([...registers, ...linked])].filter((one) => !one.startsWith('/papers/'));
}

describe('hostile text in every column that holds typed text', () => {
  test('stands in the database, and on the pages', () => {
    expect(spoiled.length).toBeGreaterThan(80);
    const missing = pagesOfBuild().filter((page) => !onePerPage().has(page));
    expect(missing).toEqual(NOT_OPENED);
    const holding = [...opened.values()].filter(({ html }) => html.includes(CANARY));
    expect(holding.length).toBe(opened.size);
  });

  test('is text and nothing else on every page', () => {
    expect(troubles).toEqual([]);
  });

  test('is text and nothing else in every file that is drawn from it', async () => {
    const kinds = new Set<string>();
    for (const address of drawn()) {
      const answer = await get(address, 'officer');
      // Once a paper is issued, its meeting leads to that.
      if (answer.status === 307) continue;
      expect(answer.status, address).toBe(200);
      const name = address.replace(/\?.*/, '');
      const { text, active } = await readHostile(name, new Uint8Array(await answer.arrayBuffer()));
      expect(active, address).toEqual([]);
      expect(text.replace(/\s/g, ''), address).toContain(CANARY);
      kinds.add(name.split('.').at(-1) ?? '');
    }
    expect([...kinds].sort()).toEqual(['csv', 'docx', 'html', 'pdf', 'xlsx', 'zip']);
  }, 120_000);

  test('does nothing in a browser that no content security policy tells what to run', async () => {
    const browser = await chromium.launch(await findBrowser());
    const seen: string[] = [];
    const pages = new Map<Role, Page>();
    for (const role of READERS) {
      const context = await browser.newContext({ bypassCSP: true });
      const [name = '', value = ''] = cookies.get(role)?.split('=') ?? [];
      await context.addCookies([{ name, value, url: app.address }]);
      const page = await context.newPage();
      page.on('dialog', (dialog) => {
        seen.push(`dialog at ${page.url()}`);
        dialog.dismiss();
      });
      page.on('pageerror', (error) => seen.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`${page.url()}: ${message.text()}`);
      });
      pages.set(role, page);
    }
    for (const address of onePerPage().values()) {
      const page = pages.get(opened.get(address)?.role ?? 'officer') as Page;
      await page.goto(new URL(address, app.address).href);
      const ran = await page.evaluate((name) => name in window, CANARY);
      if (ran) seen.push(`it ran at ${address}`);
    }
    await browser.close();
    expect(seen).toEqual([]);
  }, 300_000);
});
