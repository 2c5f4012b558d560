import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What answers requests. Scripts and prisma/ start servers and apply migrations beside it. */
const SERVER = ['lib', 'app', 'proxy.ts', 'instrumentation.ts'];
const PAGES = ['components', 'app'];

function sources(places: readonly string[]): Array<{ file: string; text: string }> {
  return places
    .flatMap((place) =>
      /\.\w+$/.test(place)
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' })
            .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
            .map((file) => `${place}/${file}`),
    )
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const found = (places: readonly string[], what: RegExp) =>
  sources(places).flatMap(({ file, text }) => (what.test(text) ? [file] : []));

test.each([
  ['program that it starts', /child_process/],
  ['code made from text', /\beval\(|new Function\(|node:vm\b/],
  [
    'request of its own to anywhere',
    /(?<![\w.])fetch\(|\brequest\(\{|from 'node:https'|\baxios\b|\bundici\b/,
  ],
  ['answer that another origin may read', /access-control-allow/i],
  ['certificate that is believed unchecked', /rejectUnauthorized|NODE_TLS_REJECT/],
  ['WebSocket, GraphQL or WebRTC', /WebSocket|graphql|RTCPeer/i],
])('what serves the board has no %s', (_, what) => {
  expect(found(SERVER, what)).toEqual([]);
});

test.each([
  ['HTML that was put together as text', /dangerouslySetInnerHTML|innerHTML|document\.write/],
  ['ear for messages of other windows', /addEventListener\(\s*['"]message|window\.onmessage/],
  ['store that outlives its tab', /localStorage|indexedDB|document\.cookie/],
  ['inline script', /<script\b/],
])('no page has %s', (_, what) => {
  expect(found(PAGES, what)).toEqual([]);
});

test('SQL is never put together from text', () => {
  expect(found(['lib', 'app'], /(query|execute)RawUnsafe\(/)).toEqual([]);
});

test('regular expressions are made of constants, but for one', () => {
  const OF_DATA = /new RegExp\([^)]*\$\{[a-z]\w*[.(]/;
  expect(found(['lib', 'app', 'components'], OF_DATA)).toEqual([
    'lib/data/restricted-words.ts',
    // Of the addresses of our own pages.
    'lib/domain/body-limits.ts',
  ]);
});

test('chance comes from the system’s own generator', () => {
  expect(found([...SERVER, ...PAGES, 'prisma/secrets.ts', 'scripts'], /Math\.random/)).toEqual([]);
});

test('no password has an age', () => {
  expect(readFileSync('prisma/schema.prisma', 'utf8')).not.toMatch(/password\w*(At|On|Until)\s/i);
});

test('every box for a password is masked, and open to password managers', () => {
  const boxes = sources(PAGES).flatMap(({ text }) =>
    (text.match(/<Field\b[^<]*?\/>/g) ?? []).filter((box) =>
      /answers\.one\('(password|present|again)'\)/.test(box),
    ),
  );
  expect(boxes.length).toBeGreaterThan(3);
  for (const box of boxes) {
    expect(box).toContain('type="password"');
    expect(box).toMatch(/autoComplete="(current|new)-password"/);
    expect(box).not.toContain('onPaste');
  }
});

test('every box for longer words says what not to write', () => {
  // These two say it once, above all their boxes; the one that is left asks for names of places.
  const SAID_ABOVE = ['attendance/declaration-fields.tsx', 'minutes/minutes-form.tsx'];
  const silent = sources(['components']).flatMap(({ file, text }) =>
    (text.match(/<TextArea\b.*?(?<!<)\/>/gs) ?? []).flatMap((box) =>
      /SAFE_WORDS|safely\(/.test(box) ? [] : [file.replace('components/', '')],
    ),
  );
  expect(silent).toEqual(expect.arrayContaining(SAID_ABOVE));
  expect(silent.filter((file) => !SAID_ABOVE.includes(file))).toEqual([
    'settings/board-name-form.tsx',
  ]);
});

describe('no algorithm is used that SECURITY.md does not list', () => {
  const [, listed = ''] =
    readFileSync('SECURITY.md', 'utf8').match(/^## Keys and algorithms\n(.*?)^## /ms) ?? [];
  const ASKED =
    /create(?:Hash|Hmac|Cipheriv)\(\s*'([\w-]+)'|hkdfSync\(\s*'([\w-]+)'|name: '(AES-\w+)'/g;
  const used = new Set(
    sources([...SERVER, 'components']).flatMap(({ text }) =>
      [...text.matchAll(ASKED)].flatMap(([, ...names]) => names.filter(Boolean)),
    ),
  );

  test.each([...used])('%s', (name) => {
    expect(listed).toContain(`\`${name}\``);
  });

  test('and some are', () => {
    expect([...used]).toEqual(expect.arrayContaining(['sha256', 'aes-256-gcm', 'AES-GCM']));
  });
});
