import { describe, expect, test } from 'vitest';
import { isIn, type ReturnItem, returnGroups, waitingFor } from '@/lib/domain/returns';

const SINCE = new Date('2026-09-03T22:59:59.999Z');

test.each<[string | null, Date | null, boolean]>([
  [null, SINCE, false],
  [null, null, false],
  ['2020-01-01T00:00:00.000Z', null, true],
  ['2026-09-03T22:59:59.998Z', SINCE, false],
  // The last moment of the meeting's day still is of that meeting.
  ['2026-09-03T22:59:59.999Z', SINCE, false],
  ['2026-09-03T23:00:00.000Z', SINCE, true],
])('an update at %s, since %s: in is %s', (at, since, expected) => {
  expect(isIn(at, since)).toBe(expected);
});

const item = (reference: string, owner: string | null, lead: string | null, updated: boolean) =>
  ({
    reference,
    kind: 'local_action',
    shortTitle: reference,
    restricted: false,
    owner: owner === null ? null : { id: owner, name: owner },
    lead: lead === null ? null : { id: lead, name: lead, shortName: null },
    lastUpdateAt: updated ? '2026-10-01T09:00:00.000Z' : null,
    mayPost: false,
  }) satisfies ReturnItem;

describe('by owner and lead', () => {
  const groups = returnGroups(
    [
      item('A1', 'Zoe', 'Trust', false),
      item('A2', 'Ada', 'Trust', true),
      item('A3', null, null, false),
      item('A4', 'Zoe', 'Council', false),
      item('A5', 'Zoe', 'Trust', true),
      item('A6', 'Bea', 'Trust', false),
    ],
    SINCE,
  );

  test('whom it waits for comes first, what nobody owns after them, who is done last', () => {
    expect(
      groups.map((group) => [
        group.owner?.name ?? null,
        group.lead?.name ?? null,
        group.in.map(({ reference }) => reference),
        group.waiting.map(({ reference }) => reference),
      ]),
    ).toEqual([
      ['Bea', 'Trust', [], ['A6']],
      ['Zoe', 'Council', [], ['A4']],
      ['Zoe', 'Trust', ['A5'], ['A1']],
      [null, null, [], ['A3']],
      ['Ada', 'Trust', ['A2'], []],
    ]);
  });

  test('names each once, with how many', () => {
    expect(waitingFor(groups)).toBe('Bea (1), Zoe (2) and 1 that nobody owns');
    expect(waitingFor(groups.slice(0, 1))).toBe('Bea (1)');
    expect(waitingFor(groups.slice(3, 4))).toBe('1 that nobody owns');
    expect(waitingFor(groups.slice(4))).toBeNull();
    expect(waitingFor([])).toBeNull();
  });
});
