import { beforeAll, describe, expect, test } from 'vitest';
import { builtRoutes } from '../support/built';
import { app, ask, cookieOf, personOf } from '../support/http';

/** What stands in an address of the demo board in the place of a parameter. */
const EXAMPLES: Record<string, string> = {
  register: 'local-actions',
  reference: 'a1',
  slug: '2026-12-03',
  format: 'csv',
  file: 'paper.pdf',
  kind: 'themes',
  number: '1',
};

/** What somebody who is not signed in may ask for. */
const OPEN =
  /^\/(sign-in|invitation|reset|accessibility|about\/permissions|api\/(auth|health|session))(\/|$)/;

const { pages, handlers } = builtRoutes();
const addressOf = (route: string) =>
  route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => EXAMPLES[name] ?? 'x');
const all = [...pages, ...handlers].map(addressOf);
/** Saved, never shown. */
const downloads = handlers.filter((route) => !route.startsWith('/api/')).map(addressOf);
const FILES = ['/favicon.svg', '/nowhere', '/_next/static/nowhere.js'];

let cookie = '';
beforeAll(async () => {
  cookie = await cookieOf(await personOf('officer'));
});

/** What each address of the list does wrong; several are asked at once. */
async function wrongs(
  addresses: readonly string[],
  wrong: (address: string) => Promise<string | undefined>,
): Promise<string[]> {
  const left = [...addresses];
  const found: string[] = [];
  const askers = [1, 2, 3].map(async () => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const said = await wrong(address);
      if (said) found.push(`${address}: ${said}`);
    }
  });
  await Promise.all(askers);
  return found;
}

const nonces = new Set<string>();

/** Which header of an answer is not as every answer has it, whatever its policy. */
function wrongUsual({ headers }: Response): string | undefined {
  const expected: Record<string, RegExp> = {
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^same-origin$/,
    'permissions-policy': /camera=\(\).*geolocation=\(\)/,
    'x-frame-options': /^DENY$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'content-security-policy': /frame-ancestors 'none'/,
  };
  if (headers.has('x-powered-by')) return 'x-powered-by';
  return Object.entries(expected).find(([name, as]) => !as.test(headers.get(name) ?? ''))?.[0];
}

/** The same with its policy. */
function wrongHeader(address: string, answer: Response): string | undefined {
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = policy.match(/script-src [^;]*'nonce-([\w+/=]{20,})'/)?.[1];
  if (nonce && nonces.has(nonce)) return 'a nonce that was used before';
  if (nonce) nonces.add(nonce);
  const runsNothing = policy.startsWith("default-src 'none'; sandbox;");
  if (downloads.includes(address) ? !runsNothing : !nonce) return `the policy ${policy}`;
  if (/https?:|\*/.test(policy)) return 'a policy that lets in other sites';
  if (/script-src [^;]*'unsafe/.test(policy)) return 'unsafe scripts';
  return wrongUsual(answer);
}

/** Of an answer that is given before the app: nothing runs in it, and nothing is loaded. */
function wrongBare(answer: Response): string | undefined {
  const policy = answer.headers.get('content-security-policy') ?? '';
  return policy.startsWith("default-src 'none';") ? wrongUsual(answer) : `the policy ${policy}`;
}

describe('every address of the build', () => {
  test('is asked for', () => {
    expect(pages.length).toBeGreaterThan(80);
    expect(handlers).toContain('/evidence/[id]/file');
  });

  test('carries the headers, for somebody who is signed in', async () => {
    const wrong = async (address: string) => wrongHeader(address, await ask(address, { cookie }));
    expect(await wrongs([...all, ...FILES], wrong)).toEqual([]);
  });

  test('is kept in no cache where it says something to somebody who is signed in', async () => {
    const wrong = async (address: string) => {
      const { status, headers } = await ask(address, { cookie });
      const says = headers.get('cache-control') ?? 'nothing';
      return status === 200 && !says.includes('no-store') ? says : undefined;
    };
    expect(await wrongs(all, wrong)).toEqual([]);
  });

  test('carries the headers for nobody too, who is sent to sign in', async () => {
    const wrong = async (address: string) => {
      const answer = await ask(address);
      const to = new URL(answer.headers.get('location') ?? '/', app.address);
      // With the way back: single sign-on leads to that page too, when it was not begun.
      const back = to.pathname === '/sign-in' && (to.searchParams.get('to') ?? '/') === address;
      const sent = answer.status === 303 && back;
      if (sent === OPEN.test(address)) return `${answer.status} ${to.href}`;
      return wrongHeader(address, answer);
    };
    expect(await wrongs(all, wrong)).toEqual([]);
  });

  test('a demo board says at its door what it is', async () => {
    const html = await (await ask('/sign-in')).text();
    expect(html).toContain('This is a demo board');
    expect(html).not.toContain('This is a trial board');
  });

  test.each(['/invitation/%ff', '/sign-in/%E0%A4%A', '/papers/%c0%ae/1/paper.pdf'])(
    '%s is no address: its escapes are no text',
    async (address) => {
      const answer = await ask(address, { cookie });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await answer.text()).toBe('');
    },
  );

  test('refuses what may write and does not come from here, whoever is signed in', async () => {
    const elsewhere: Array<Record<string, string>> = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { referer: `${app.address}/` },
    ];
    const wrong = async (address: string) => {
      for (const headers of elsewhere) {
        const body = new URLSearchParams({ anything: 'at all' });
        const sent = { method: 'POST', cookie, from: null, headers, body };
        const answer = await ask(address, sent);
        if (answer.status !== 403) return `${answer.status} for ${JSON.stringify(headers)}`;
        const header = wrongBare(answer);
        if (header) return header;
      }
    };
    expect(await wrongs(all, wrong)).toEqual([]);
  });

  test.each([
    ['/sign-in/', 308],
    ['//sign-in', 308],
    ['/recommendations/r1/', 308],
  ])('carries them where Next leads on by itself: %s', async (address, status) => {
    const answer = await fetch(app.address + address, { redirect: 'manual', headers: { cookie } });
    expect([answer.status, wrongBare(answer)]).toEqual([status, undefined]);
  });
});
