import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/permissions';
import { everyPage, pagesOfBuild, pagesThatReadTheirQuery } from '../support/every-page';
import { ask, cookieOf, personOf } from '../support/http';

/** Between them they see every page. */
const READERS: readonly Role[] = ['officer', 'administrator', 'commissioner'];

/** In place of what the demo board has no example of. */
const MADE_UP: Record<string, string> = {
  register: 'local-actions',
  reference: 'a1',
  slug: '2026-12-03',
  kind: 'themes',
  code: 'housing',
  number: '1',
};
const NOBODY = '0190a5a0-0000-7000-8000-000000000001';

/** Names that pages read from their addresses without linking to them. */
const READ_ANYWAY = ['done', 'to', 'as-at', 'page', 'q', 'show', 'from', 'subject', '__proto__'];

/** As they stand in an address. */
const HOSTILE = {
  'signs of LIKE and quotes': "%25_%5C%25'%20OR%201=1--%22%3B%20DROP%20TABLE%20%22Item%22",
  NUL: 'a%00b',
  'bytes that are no UTF-8': '%ff%fe',
  'a number below all': '-1',
  'a number above all': '99999999999999999999',
  'a day that is none': '2026-02-31',
  'a meeting that is none': 'meeting:9999-12-31',
  'an id of nobody': NOBODY,
  'a tab and a bracket': '/%09/[',
};

/** By page: an address of it, and the names its query may hold. */
const pages = new Map<string, { path: string; names: string[] }>();
const cookies = new Map<Role, string>();

/** By path: who may see it, where that is not the first of the readers. */
const seenBy = new Map<string, Role>();

async function read(address: string): Promise<{ status: number; text: string }> {
  const role = seenBy.get(address.replace(/\?.*/, '')) ?? 'officer';
  const answer = await ask(address, { cookie: cookies.get(role) });
  return { status: answer.status, text: await answer.text() };
}

/** The HTML of a page for the first reader who may see it. */
async function open(address: string): Promise<string | null> {
  for (const role of READERS) {
    const answer = await ask(address, { cookie: cookies.get(role) });
    if (answer.status === 404) continue;
    seenBy.set(address.replace(/\?.*/, ''), role);
    return answer.headers.get('content-type')?.startsWith('text/html') ? answer.text() : null;
  }
  return null;
}

const ANSWERS = [200, 303, 307, 308, 400, 404, 410];

/** Those that were neither answered nor refused, or that broke half way through their page. */
async function broken(addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const left = [...addresses];
  const readers = [1, 2, 3].map(async () => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const { status, text } = await read(address);
      const whole = ANSWERS.includes(status) && !/data-dgst="(?!NEXT_)/.test(text);
      if (!whole) found.push(`${status} ${address.slice(0, 200)}`);
    }
  });
  await Promise.all(readers);
  return found;
}

beforeAll(async () => {
  for (const role of READERS) cookies.set(role, await cookieOf(await personOf(role)));
  const found = await everyPage(open, {
    from: ['/', '/start', '/start/meetings', '/settings', '/people?q=a'],
    few: 1,
  });
  for (const page of pagesOfBuild()) {
    const made = page.replace(/\[(\w+)\]/g, (_, name) => MADE_UP[name] ?? NOBODY);
    const path = (found.addresses.get(page)?.[0] ?? made).replace(/\?.*/, '');
    pages.set(page, { path, names: [...(found.parameters.get(page) ?? [])] });
  }
});

describe('what an address asks is answered or refused, and breaks nothing', () => {
  test('every page of the build is asked', () => {
    expect(pages.size).toBeGreaterThan(90);
    expect(pages.get('/[register]')?.names).toEqual(expect.arrayContaining(['q', 'rag', 'sort']));
  });

  const everywhere = (page: string, value: string) => {
    const { path, names } = pages.get(page) ?? { path: page, names: [] };
    const all = [...new Set([...names, ...READ_ANYWAY])];
    return `${path}?${all.map((name) => `${name}=${value}`).join('&')}`;
  };

  test.each(Object.entries(HOSTILE))('%s, in every parameter of a page', async (_, value) => {
    const addresses = pagesThatReadTheirQuery().map((page) => everywhere(page, value));
    expect(addresses.length).toBeGreaterThan(40);
    expect(await broken(addresses)).toEqual([]);
  });

  // What is around a page reads the address too.
  test('and of pages that read none', async () => {
    const values = Object.values(HOSTILE);
    const reading = pagesThatReadTheirQuery();
    const others = [...pages.keys()].filter((page) => !reading.includes(page));
    expect(others.length).toBeGreaterThan(40);
    const addresses = others.map((page, index) =>
      everywhere(page, values[index % values.length] ?? ''),
    );
    expect(await broken(addresses)).toEqual([]);
  });

  // One that is refused could keep another from being read.
  test('each parameter of every page alone', async () => {
    const values = Object.values(HOSTILE);
    const addresses = [...pages.values()].flatMap(({ path, names }) =>
      names.map((name, index) => `${path}?${name}=${values[index % values.length]}`),
    );
    expect(addresses.length).toBeGreaterThan(60);
    expect(await broken(addresses)).toEqual([]);
  });

  test('ten thousand characters, several of one name, and lists', async () => {
    const addresses = [...pages.values()].flatMap(({ path, names }) =>
      [
        ...(names.length > 0 ? names : ['as-at']).map((name) => `${name}=${'a'.repeat(10_000)}`),
        [...names, ...READ_ANYWAY]
          .map((name) => `${name}=a&${name}=b&${name}[]=a&${name}[0]=b&${name}.c=d`)
          .join('&'),
      ].map((query) => `${path}?${query}`),
    );
    expect(await broken(addresses)).toEqual([]);
  });
});
