import { describe, expect, test } from 'vitest';
import { capacityOn, type MembershipRow, setMembershipSchema } from '@/lib/domain/membership';

const row = (number: number, more: Partial<MembershipRow>): MembershipRow => ({
  number,
  capacity: 'member',
  from: '2026-01-01',
  until: null,
  removed: false,
  ...more,
});
const chair = row(2, { capacity: 'chair', from: '2026-06-01' });

describe('as what somebody sat on the board on a day', () => {
  test.each([
    ['nobody said so', [], '2026-03-01', null],
    ['the day before', [row(1, {})], '2025-12-31', null],
    ['the first day', [row(1, {})], '2026-01-01', 'member'],
    ['the last day', [row(1, { until: '2026-03-31' })], '2026-03-31', 'member'],
    ['the day after', [row(1, { until: '2026-03-31' })], '2026-04-01', null],
    ['before a change', [row(1, {}), chair], '2026-05-31', 'member'],
    ['from a change on', [row(1, {}), chair], '2026-06-01', 'chair'],
    ['whatever the order of rows', [chair, row(1, {})], '2026-06-01', 'chair'],
    ['added in error', [row(1, {}), row(2, { removed: true })], '2026-03-01', null],
    ['between two times on it', [row(1, { until: '2026-03-31' }), chair], '2026-05-01', null],
    [
      'a start that was put right to an earlier day',
      [row(1, {}), row(2, { from: '2025-06-01' })],
      '2025-07-01',
      'member',
    ],
  ] as const)('%s', (_, rows, day, capacity) => {
    expect(capacityOn(rows, day)).toBe(capacity);
  });
});

test('a last day comes after the first', () => {
  const form = (until: number) =>
    setMembershipSchema.safeParse({
      submissionId: '5f0c7a52-6a68-4c53-9f55-0a5d3f1f3b01',
      basedOn: 0,
      personId: '5f0c7a52-6a68-4c53-9f55-0a5d3f1f3b02',
      capacity: 'member',
      from: { day: '2', month: '6', year: '2026' },
      until: { day: String(until), month: '6', year: '2026' },
    });
  expect(form(1).error?.issues[0]?.path).toEqual(['until']);
  expect(form(2).data).toMatchObject({ until: '2026-06-02', removed: false });
});
