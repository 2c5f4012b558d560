import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTICE_KEYS } from '@/lib/domain/notice-keys';
import { sealerOf } from '@/lib/domain/sealer';

const SECRET = 'a secret of this very test, long enough';
vi.mock('@/lib/server/env', () => ({ env: () => ({ authSecret: SECRET }) }));
const { openSealedNotice, sealedNotice, withDone } = await import('@/lib/server/sealed-notice');

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a sealed notice', () => {
  test('says what was sealed, and for whom', () => {
    expect(openSealedNotice(sealedNotice('password-changed', 'anna'))).toEqual({
      title: 'Password changed. You are signed out everywhere else',
      at: new Date('2026-12-01T10:00:00Z'),
      personId: 'anna',
    });
    expect(openSealedNotice(sealedNotice('signed-out'))?.personId).toBe('');
  });

  test('says nothing after two minutes', () => {
    const sealed = sealedNotice('signed-out');
    vi.advanceTimersByTime(119_000);
    expect(openSealedNotice(sealed)).not.toBeNull();
    vi.advanceTimersByTime(1_000);
    expect(openSealedNotice(sealed)).toBeNull();
  });

  test('cannot be typed, changed, or sealed by another secret or for another purpose', () => {
    const sealed = sealedNotice('signed-out');
    const swapped = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    const by = (secret: string, purpose: string, text: string) =>
      Buffer.from(sealerOf(secret, purpose).seal(text)).toString('base64url');
    const text = `signed-out ${Date.now()} `;
    expect(openSealedNotice(by(SECRET, 'notice', text))).not.toBeNull();
    for (const forged of [
      ...NOTICE_KEYS,
      '',
      swapped,
      sealed.repeat(9),
      by('another secret, as long as the first one', 'notice', text),
      by(SECRET, 'second step', text),
      by(SECRET, 'notice', `constructor ${Date.now()} `),
      by(SECRET, 'notice', 'signed-out never '),
      by(SECRET, 'notice', `signed-out ${Date.now() + 1000} `),
    ]) {
      expect(openSealedNotice(forged)).toBeNull();
    }
  });
});

test('an address is given what was done, whatever it holds already', () => {
  expect(withDone('/people', 'x')).toBe('/people?done=x');
  expect(withDone('/people?page=2', 'x')).toBe('/people?page=2&done=x');
  expect(withDone('/people#top', 'x')).toBe('/people?done=x#top');
});
