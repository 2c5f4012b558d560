import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { builtRoutes } from '../support/built';
import { elementsOf, words } from '../support/every-page';
import { app, ask, cookieOf, personOf } from '../support/http';

/** What nothing has for a parameter; the register's own name, so that its pages are reached too. */
const NOBODYS: Record<string, string> = { register: 'local-actions', reference: 'a9999' };

const { pages, handlers } = builtRoutes();
const addresses = [...pages, ...handlers]
  .filter((route) => !route.startsWith('/api/'))
  .map((route) =>
    route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => NOBODYS[name] ?? 'nobodys'),
  );

/** What somebody is led to in the end. */
async function follow(address: string, cookie: string): Promise<Response> {
  const answer = await ask(address, { cookie });
  const to = answer.headers.get('location');
  return to && [303, 307, 308].includes(answer.status)
    ? follow(new URL(to, new URL(address, app.address)).href, cookie)
    : answer;
}

/** Why an answer tells nobody without a script that there is nothing; undefined where it does. */
async function silent(answer: Response): Promise<string | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return 'no page';
  const all = elementsOf(parse(await answer.text()));
  // What a script would have to put in its place is no part of the page yet.
  const seen = all.filter(({ tagName }) => tagName === 'h1' || tagName === 'main');
  const [heading, main] = ['h1', 'main'].map((name) => seen.filter((one) => one.tagName === name));
  if (heading?.length !== 1) return `${heading?.length} headings`;
  const said = main?.map(words).join(' ') ?? '';
  return said.length > 60 ? undefined : `only “${said}”`;
}

test('whatever is not there says so in words, without a script', async () => {
  const cookie = await cookieOf(await personOf('viewer'));
  const left = [...addresses, '/nowhere', '/there-is-nothing-at/this/address'];
  const wrong: string[] = [];
  let missing = 0;
  const askers = [1, 2, 3].map(async () => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const answer = await follow(address, cookie);
      if (answer.status === 200) continue;
      const why = answer.status === 404 ? await silent(answer) : `status ${answer.status}`;
      if (why) wrong.push(`${address}: ${why}`);
      missing += 1;
    }
  });
  await Promise.all(askers);
  expect(wrong).toEqual([]);
  expect(missing).toBeGreaterThan(60);
});

test('security events are no page for whoever may not read them', async () => {
  const cookie = await cookieOf(await personOf('viewer'));
  expect((await follow('/activity/security', cookie)).status).toBe(404);
});
