import { describe, expect, test } from 'vitest';
import { keepAsAt } from '@/lib/domain/as-at';
import {
  activeChallengeFilters,
  byRule,
  challengeCount,
  challengeOptions,
  challengeQuerySchema,
  challengesAddress,
  narrow,
} from '@/lib/domain/challenge-query';
import type { ChallengeLine } from '@/lib/domain/challenge-view';

const ME = '019e1a1e-0000-7000-8000-000000000001';
const OTHER = '019e1a1e-0000-7000-8000-000000000002';
const line = (more: Partial<ChallengeLine>): ChallengeLine => ({
  rule: 'not_rated',
  reference: 'A1',
  kind: 'local_action',
  shortTitle: 'A title',
  owner: { id: ME, name: 'Zoe' },
  sentence: 'x',
  mend: null,
  acknowledged: null,
  ...more,
});
const LINES = [
  line({ rule: 'no_owner', reference: 'R5', kind: 'recommendation', owner: null }),
  line({ acknowledged: { reason: 'y', at: '2026-11-23T10:00:00Z', author: null } }),
  line({ reference: 'R6', kind: 'recommendation', owner: { id: OTHER, name: 'Adam' } }),
];
const asked = (query: object) => challengeQuerySchema.parse(query);
const found = (query: object, me: string | null = ME) =>
  narrow(LINES, asked(query), me).map(({ reference }) => reference);

describe('filters', () => {
  test.each<[object, string[]]>([
    [{}, ['R5', 'A1', 'R6']],
    [{ rule: 'not_rated' }, ['A1', 'R6']],
    [{ rule: ['not_rated', 'no_owner'] }, ['R5', 'A1', 'R6']],
    [{ owner: 'mine' }, ['A1']],
    [{ owner: 'none' }, ['R5']],
    [{ owner: [OTHER, 'none'] }, ['R5', 'R6']],
    [{ kind: 'recommendation', owner: 'mine' }, []],
    [{ acknowledged: 'yes' }, ['A1']],
    [{ acknowledged: 'no' }, ['R5', 'R6']],
    [{ rule: 'nonsense', owner: 'x', kind: 'y', acknowledged: 'z' }, ['R5', 'A1', 'R6']],
  ])('%j', (query, references) => expect(found(query)).toEqual(references));

  test('"mine" is nobody’s for the system', () => {
    expect(found({ owner: 'mine' }, null)).toEqual([]);
  });

  test('count what each would leave, the others kept', () => {
    const { rule, kind, owner, acknowledged } = challengeOptions(
      LINES,
      asked({ kind: 'recommendation' }),
      ME,
    );
    const counts = (options: typeof rule) => options.map(({ value, count }) => [value, count]);
    expect(counts(rule)).toEqual([
      ['no_owner', 1],
      ['not_rated', 1],
    ]);
    expect(counts(kind)).toEqual([
      ['recommendation', 2],
      ['commitment', 0],
      ['local_action', 1],
    ]);
    expect(kind.map(({ selected }) => selected)).toEqual([true, false, false]);
    expect(owner.map(({ label, count }) => [label, count])).toEqual([
      ['Mine', 0],
      ['No owner', 1],
      ['Adam', 1],
      ['Zoe', 0],
    ]);
    expect(counts(acknowledged)).toEqual([
      ['no', 2],
      ['yes', 0],
    ]);
  });

  test('are in the address, and taken away one by one', () => {
    const query = asked({ rule: 'not_rated', owner: ['mine', OTHER] });
    expect(challengesAddress(query)).toBe(`/challenges?rule=not_rated&owner=mine&owner=${OTHER}`);
    expect(activeChallengeFilters(LINES, query)).toEqual([
      {
        group: 'What does not add up',
        label: 'Not rated',
        removeHref: `/challenges?owner=mine&owner=${OTHER}`,
      },
      {
        group: 'Owner',
        label: 'Mine',
        removeHref: `/challenges?rule=not_rated&owner=${OTHER}`,
      },
      { group: 'Owner', label: 'Adam', removeHref: '/challenges?rule=not_rated&owner=mine' },
    ]);
  });
});

test('what is acknowledged is counted, and counted apart', () => {
  expect(challengeCount(LINES)).toBe('3 challenges, 1 acknowledged');
  expect(challengeCount(LINES.slice(0, 1))).toBe('1 challenge');
});

test('stand under their rules, in the order of the table', () => {
  const rules = byRule([...LINES].reverse());
  expect(rules.map(({ title, lines }) => [title, lines.length])).toEqual([
    ['No owner', 1],
    ['Not rated', 2],
  ]);
});

test('the list goes on showing the same day, its forms do not', () => {
  expect(keepAsAt('/challenges?rule=no_owner', '2026-06-25')).toBe(
    '/challenges?rule=no_owner&as-at=2026-06-25',
  );
  expect(keepAsAt('/challenges/acknowledge', '2026-06-25')).toBe('/challenges/acknowledge');
});
