import { beforeAll, describe, expect, test } from 'vitest';
import { londonDay } from '@/lib/domain/dates';
import { issuePath } from '@/lib/domain/paper-issue';
import { type PersonActor, ROLES } from '@/lib/domain/permissions';
import { buildMeeting } from '@/seed/builders/board';
import { buildMinutes } from '@/seed/builders/meeting-records';
import { agreeToRedact, askToRedact } from '@/seed/builders/redactions';
import { buildLocalAction } from '@/seed/builders/register';
import { type Actors, contextOf, makeActors } from '../support/actors';
import { builtRoutes } from '../support/built';
import { allows, DESIGN } from '../support/design-table';
import { everyPage } from '../support/every-page';
import { hideEverything } from '../support/hidden';
import { CANARY } from '../support/hostile-text';
import { makeFile, makePaper } from '../support/make';
import { readHostile } from '../support/nothing-ran';
import { ownApp } from '../support/own-app';
import { makeIssue } from '../support/papers';

/** Who a route handler answers: everybody, whoever is signed in, or fewer of those. */
type Who = 'everybody' | 'signed in' | 'those it is not hidden from' | keyof typeof DESIGN;

interface Case {
  address: string;
  who: Who;
  /** What they get; 200 if unsaid. */
  status?: number;
  /** What a row of the table says is for them only while nothing is hidden from them. */
  whole?: true;
}

const app = await ownApp();
const { db } = app;
const OUTSIDE = '00000000-0000-4000-8000-000000000000';
/** What was hidden, on a page or in a file: not what somebody searched for. */
const HIDDEN_WORDS = new RegExp(`${CANARY}[ .]\\w`);

let cast: Actors;
let cases: Record<string, Case[]>;
/** Addresses of pages about what is hidden. */
let about: string[];
const cookies = new Map<string, string>();

function get(address: string, person?: PersonActor): Promise<Response> {
  const cookie = person && cookies.get(person.id);
  return fetch(new URL(address, app.address), {
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
  });
}

/** What a page that leads to "there is nothing here" says in the end. */
function statusOf({ status, headers }: Response): number {
  return headers.get('location')?.startsWith('/there-is-nothing-at/') ? 404 : status;
}

/** Hides something from one organisation, and says who may have which file after that. */
async function prepare() {
  const now = new Date();
  cast = await makeActors(db, now);
  for (const person of [...Object.values(cast.home), ...Object.values(cast.away)]) {
    cookies.set(person.id, await app.cookieOf(person.id));
  }
  const officer = contextOf(db, cast.away.officer, now);
  const meeting = (days: number, startsAt: string) =>
    buildMeeting(officer, {
      date: londonDay(new Date(now.getTime() + days * 86_400_000)),
      startsAt,
      venue: 'Hall',
    });
  const [held, next] = [await meeting(0, '00:05'), await meeting(401, '09:15')];
  await buildMinutes(officer, held, 'What was said');
  const open = await buildLocalAction(officer, {});
  const shown = await makeFile(officer, open);
  const redacted = await makeFile(officer, open, { title: 'A letter' });
  await agreeToRedact(
    contextOf(db, cast.away.administrator, now),
    await askToRedact(
      officer,
      { table: 'Evidence', key: { id: redacted } },
      ['bytes'],
      'It names somebody',
    ),
  );
  const hidden = await hideEverything({ officer, ...cast }, CANARY, open, held);
  const drafted = await makePaper(officer, londonDay(new Date(now.getTime() + 402 * 86_400_000)));
  const issue = issuePath(next, await makeIssue(officer, next));
  const [gone, withdrawn, link, file] = hidden.evidenceIds;
  const named = await db.person.findFirstOrThrow({ where: { email: null } });
  const { id: decision } = await db.decision.findFirstOrThrow({
    where: { item: { reference: hidden.reference } },
  });
  const its = hidden.reference.toLowerCase();
  const pages = builtRoutes().pages;
  about = [
    ...pages
      .filter((page) => /^\/(local-actions|\[register\])\/\[reference\]/.test(page))
      .map((page) => page.replace('[register]', 'local-actions').replace('[reference]', its)),
    ...pages
      .filter((page) => page.startsWith('/evidence/[id]'))
      .flatMap((page) => [gone, link, file].map((id) => page.replace('[id]', id ?? ''))),
    ...pages
      .filter((page) => page.startsWith('/decisions/[id]'))
      .map((page) => page.replace('[id]', decision)),
  ].map((page) => page.replace('[number]', '1'));
  const everything = 'those it is not hidden from';
  cases = {
    '/[register]/export/[format]': [
      { address: '/local-actions.csv', who: 'signed in' },
      { address: `/local-actions.xlsx?q=${CANARY}`, who: 'signed in' },
      { address: '/recommendations.csv', who: 'signed in' },
      { address: '/nothing/export/csv', who: 'signed in', status: 404 },
    ],
    '/activity/csv': [{ address: '/activity/csv', who: 'signed in' }],
    '/activity/security/csv': [{ address: '/activity/security/csv', who: 'readSecurityEvents' }],
    '/api/auth/callback/[provider]': [
      { address: '/api/auth/callback/entra?code=x&state=y', who: 'everybody', status: 303 },
      { address: '/api/auth/callback/nobody', who: 'everybody', status: 303 },
    ],
    '/api/auth/sign-in/[provider]': [
      { address: '/api/auth/sign-in/oidc', who: 'everybody', status: 303 },
    ],
    '/api/health/live': [{ address: '/api/health/live', who: 'everybody' }],
    '/api/health/ready': [{ address: '/api/health/ready', who: 'everybody' }],
    '/api/session': [{ address: '/api/session', who: 'signed in' }],
    '/evidence/[id]/file': [
      { address: `/evidence/${shown}/file`, who: 'signed in' },
      { address: `/evidence/${file}/file`, who: everything },
      { address: `/evidence/${gone}/file`, who: everything },
      { address: `/evidence/${redacted}/file`, who: 'signed in', status: 410 },
      { address: `/evidence/${withdrawn}/file`, who: 'signed in', status: 404 },
      { address: `/evidence/${OUTSIDE}/file`, who: 'signed in', status: 404 },
      { address: '/evidence/..%2F..%2Fpackage.json/file', who: 'signed in', status: 404 },
    ],
    '/meetings/[slug]/minutes.docx': [
      { address: `/meetings/${held}/minutes.docx`, who: 'signed in' },
      { address: `/meetings/${next}/minutes.docx`, who: 'signed in', status: 404 },
    ],
    '/meetings/[slug]/paper/files/[file]': [
      { address: `/meetings/${drafted}/paper.html`, who: 'managePapers', whole: true },
      { address: `/meetings/${next}/paper.pdf`, who: 'signed in', status: 307 },
      { address: `/meetings/${drafted}/paper/files/x`, who: 'signed in', status: 404 },
    ],
    '/people/[id]/held.zip': [
      { address: `/people/${OUTSIDE}/held.zip`, who: 'signed in', status: 404 },
      { address: `/people/${named.id}/held.zip`, who: 'managePeople' },
    ],
    '/papers/[meeting]/[version]/[file]': [
      { address: `${issue}/paper.pdf`, who: everything },
      { address: `${issue}/local-actions.csv`, who: everything },
      { address: `${issue}/nothing.pdf`, who: 'signed in', status: 404 },
      { address: `${issue}9/paper.pdf`, who: 'signed in', status: 404 },
    ],
    '/papers/[meeting]/[version]/public/[file]': [
      { address: `${issue}/public/paper.pdf`, who: 'signed in' },
      { address: `${issue}/public/nothing.pdf`, who: 'signed in', status: 404 },
    ],
  };
}

/** The same for all that is hidden here: from viewers, and from people of one organisation. */
const hiddenFrom = (person: PersonActor) =>
  person.organisationId === cast.homeId || person.roles.includes('viewer');

function may({ who, whole }: Case, person?: PersonActor): boolean {
  if (who === 'everybody') return true;
  if (!person || who === 'signed in') return !!person;
  if (who === 'those it is not hidden from') return !hiddenFrom(person);
  const [role] = person.roles;
  const cell = DESIGN[who][ROLES.indexOf(role as (typeof ROLES)[number])] ?? '';
  const thing = { kind: 'local_action', own: false, added: false } as const;
  return allows(cell, thing) && !(whole && hiddenFrom(person));
}

/** What the table has them answered with, who may not. */
function refusal(address: string, person?: PersonActor): number {
  if (person) return 404;
  return address.startsWith('/api/') ? 401 : 303;
}

const everybody = () => [undefined, ...Object.values(cast.home), ...Object.values(cast.away)];
const nameOf = (person?: PersonActor) => person?.name ?? 'nobody';

/** All that a reader finds in an answer. */
async function textOf(address: string, answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const name = address.replace(/\?.*/, '');
  if (answer.status !== 200 || !/\.(xlsx|docx)$/.test(name)) return new TextDecoder().decode(bytes);
  return (await readHostile(name, bytes)).text;
}

beforeAll(prepare, 120_000);

test('every route handler of the build is in the table, and the table holds no other', () => {
  expect(builtRoutes().handlers.length).toBeGreaterThan(10);
  expect(Object.keys(cases).sort()).toEqual(builtRoutes().handlers);
});

describe('each route handler, asked by everybody', () => {
  test.each(builtRoutes().handlers)('%s', async (route) => {
    const wrong: string[] = [];
    for (const one of cases[route] ?? []) {
      for (const person of everybody()) {
        const allowed = may(one, person);
        const downloads = await db.auditEvent.count();
        const answer = await get(one.address, person);
        const by = `${one.address} by ${nameOf(person)}`;
        const expected = allowed ? (one.status ?? 200) : refusal(one.address, person);
        const status = statusOf(answer);
        if (status !== expected) wrong.push(`${by}: ${status}, not ${expected}`);
        const text = await textOf(one.address, answer);
        const blind = !person || hiddenFrom(person);
        if (blind && HIDDEN_WORDS.test(text)) wrong.push(`${by}: what is hidden from them`);
        if (allowed && answer.ok) continue;
        if ((await db.auditEvent.count()) !== downloads) wrong.push(`${by}: in the audit`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(builtRoutes().handlers)('%s takes nothing that writes', async (route) => {
    const before = await db.auditEvent.count();
    for (const { address } of cases[route] ?? []) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const cookie = cookies.get(cast.away.administrator.id) ?? '';
        const answer = await fetch(new URL(address, app.address), {
          method,
          redirect: 'manual',
          headers: { cookie, origin: app.address },
        });
        // To stay signed in is all that is written by a route.
        const stays = method === 'POST' && route === '/api/session';
        expect([method, address, answer.status]).toEqual([method, address, stays ? 200 : 405]);
      }
    }
    expect(await db.auditEvent.count()).toBe(before);
  });

  test('whoever may see it finds it in their files', async () => {
    const { officer } = cast.away;
    for (const address of ['/local-actions.csv', `/local-actions.xlsx?q=${CANARY}`]) {
      expect(await textOf(address, await get(address, officer)), address).toMatch(HIDDEN_WORDS);
    }
    const activity = await textOf('/activity/csv', await get('/activity/csv', officer));
    expect(activity).toMatch(HIDDEN_WORDS);
  });
});

describe('what is restricted, on the pages', () => {
  /** Everything that links and filters lead to; and what is wrong with it. */
  async function crawl(reader: PersonActor) {
    const seen: string[] = [];
    const from = [
      '/',
      `/local-actions?q=${CANARY}`,
      '/activity',
      '/activity?subject=R1',
      `/activity?subject=${CANARY}`,
      '/recommendations/r1/history',
      '/commitments/c2',
      `/people/${cast.home.member.id}`,
      '/import',
      ...about,
    ];
    const open = async (address: string) => {
      const answer = await get(address, reader);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) return null;
      const html = await answer.text();
      if (HIDDEN_WORDS.test(html)) seen.push(address);
      return html;
    };
    for (const address of from) await open(address);
    const { addresses } = await everyPage(open, { from, few: 1 });
    return { seen, pages: addresses.size };
  }

  test('is not found by anybody whom it is hidden from', async () => {
    expect(about.length).toBeGreaterThan(25);
    const readers = [...Object.values(cast.home), cast.away.viewer];
    const found: string[] = [];
    for (const address of about) {
      for (const reader of readers) {
        const status = statusOf(await get(address, reader));
        if (status !== 404) found.push(`${status} ${address} for ${reader.name}`);
      }
    }
    expect(found).toEqual([]);
  });

  test.each([
    ['home', 'officer'],
    ['home', 'commissioner'],
    ['away', 'viewer'],
  ] as const)('stands nowhere for the %s %s', async (where, role) => {
    const { seen, pages } = await crawl(cast[where][role]);
    expect(pages).toBeGreaterThan(20);
    expect(seen).toEqual([]);
  });

  test('stands wherever it belongs for those who may see it', async () => {
    const { seen } = await crawl(cast.away.officer);
    expect(seen.length).toBeGreaterThan(15);
    for (const address of [`/activity?subject=${CANARY}`, `/local-actions?q=${CANARY}`, about[0]]) {
      expect(seen).toContain(address);
    }
  });
});
