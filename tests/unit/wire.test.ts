import { describe, expect, it, test } from 'vitest';
import { isFromHere } from '@/lib/server/same-origin';
import { securityHeaders } from '@/lib/server/security-headers';

const answer = { nonce: 'n', download: false, appUrl: 'https://board.example', developing: false };

describe('the headers of an answer', () => {
  it('ask for https, for a year, where the app is reached by it', () => {
    const name = 'Strict-Transport-Security';
    expect(securityHeaders(answer)[name]).toBe('max-age=31536000; includeSubDomains');
    expect(securityHeaders({ ...answer, appUrl: 'http://localhost:3000' })).not.toHaveProperty(
      name,
    );
  });
  it('let nothing in a file run', () => {
    const policy = securityHeaders({ ...answer, download: true })['Content-Security-Policy'];
    expect(policy).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  });
  it('are looser in development only', () => {
    const policy = (developing: boolean) =>
      securityHeaders({ ...answer, developing })['Content-Security-Policy'];
    expect(policy(false)).not.toContain('unsafe');
    expect(policy(true)).toContain('unsafe-eval');
  });
});

test.each<[boolean, Record<string, string>, string]>([
  [true, { origin: 'https://board.example' }, 'https://board.example'],
  [true, { origin: 'https://board.example', host: 'inside:3000' }, 'https://board.example/'],
  [true, { origin: 'https://other.example', host: 'other.example' }, 'https://board.example'],
  [true, { origin: 'https://other.example', host: 'other.example' }, 'http://localhost:3000'],
  [true, { origin: 'http://localhost:3000', host: 'localhost:3000' }, 'http://localhost:3000'],
  [true, { 'sec-fetch-site': 'same-origin' }, 'https://board.example'],
  // Nothing says where it comes from.
  [false, {}, 'https://board.example'],
  [false, { host: 'board.example', referer: 'https://board.example/' }, 'https://board.example'],
  [false, { 'sec-fetch-site': 'none' }, 'https://board.example'],
  [false, { 'sec-fetch-site': 'same-site' }, 'https://board.example'],
  [false, { 'sec-fetch-site': 'cross-site' }, 'https://board.example'],
  // It says, and it is not here.
  [false, { origin: 'null' }, 'https://board.example'],
  [false, { origin: '' }, 'https://board.example'],
  [false, { origin: 'null', 'sec-fetch-site': 'same-origin' }, 'https://board.example'],
  [false, { origin: 'https://board.example.evil.example' }, 'https://board.example'],
  [false, { origin: 'https://evilboard.example' }, 'https://board.example'],
  [false, { origin: 'https://board.example:8443' }, 'https://board.example'],
  [false, { origin: 'https://evil.example', host: 'board.example' }, 'https://board.example'],
  [false, { origin: 'http://board.example', host: 'board.example' }, 'https://board.example'],
  [
    false,
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'board.example' },
    'https://board.example',
  ],
])('%s: a write that says %j, where the app is at %s', (ours, said, appUrl) => {
  expect(isFromHere(new Headers(said), appUrl)).toBe(ours);
});
