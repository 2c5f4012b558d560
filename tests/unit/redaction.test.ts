import { describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/permissions';
import {
  isTombstone,
  parseSubject,
  type RedactionSubject,
  refusePair,
  subjectCode,
} from '@/lib/domain/redaction';

const id = '01987c2e-0000-7000-8000-000000000001';

describe('a redaction takes an administrator and an officer', () => {
  const pair = (asks: Role[], agrees: Role[], more: object = {}) =>
    refusePair({ id: 'a', roles: asks, ...more }, { id: 'b', roles: agrees });

  test.each<[Role[], Role[], boolean]>([
    [['officer'], ['administrator'], true],
    [['administrator'], ['officer'], true],
    [['officer', 'administrator'], ['officer'], true],
    [['officer', 'administrator'], ['administrator'], true],
    [['officer', 'administrator'], ['officer', 'administrator'], true],
    [['officer'], ['officer'], false],
    [['administrator'], ['administrator'], false],
    [['officer'], ['member'], false],
    [['member'], ['administrator'], false],
    [['member', 'commissioner'], ['viewer', 'member'], false],
    [[], ['administrator'], false],
  ])('%j with %j: %s', (asks, agrees, may) => {
    expect(pair(asks, agrees) === null).toBe(may);
  });

  test('and two people', () => {
    const one = { id: 'a', roles: ['officer', 'administrator'] as const };
    expect(refusePair(one, one)).toMatch('another person');
    expect(pair(['officer'], ['administrator'], { deactivated: true })).toMatch('no longer');
  });
});

test('a row has an address, and only a row of ours has one', () => {
  const subjects: RedactionSubject[] = [
    { table: 'StatusUpdate', key: { itemId: id, number: 3 } },
    { table: 'Statement', key: { itemId: id, kind: 'our_response', number: 1 } },
    { table: 'AuditEvent', key: { seq: 12 } },
  ];
  for (const subject of subjects) expect(parseSubject(subjectCode(subject))).toEqual(subject);
  for (const code of [
    '',
    'Person~1',
    'constructor~1',
    `StatusUpdate~${id}`,
    `StatusUpdate~${id}~0`,
    `StatusUpdate~${id}~1~2`,
    `StatusUpdate~${id}~1; DROP TABLE`,
    'StatusUpdate~nonsense~1',
  ]) {
    expect(parseSubject(code), code).toBeNull();
  }
});

test('a tombstone is told from other words', () => {
  expect(isTombstone('Redacted on 3 December 2026')).toBe(true);
  for (const text of [null, '', 'Redacted on 3 December 2026, mostly', 'Redacted']) {
    expect(isTombstone(text)).toBe(false);
  }
});
