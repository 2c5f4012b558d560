import { describe, expect, test } from 'vitest';
import { isUnreadable } from '@/lib/domain/field-names';

describe('a form is not read', () => {
  test.each(['roles[1500000]', 'a.b[4294967295].c', 'rows[3][1000]', 'roles[ 5000]'])(
    'with a field called %s',
    (name) => {
      expect(isUnreadable(['submissionId', name])).toBe(true);
    },
  );

  test('with more fields than any of ours', () => {
    const names = Array.from({ length: 20_001 }, (_, index) => `more${index}`);
    expect(isUnreadable(names)).toBe(true);
    expect(isUnreadable(names.slice(1))).toBe(false);
  });
});

test('forms of ours are', () => {
  expect(isUnreadable(['roles', 'rows.R1.number', 'entries[0].personId', 'dates.m12'])).toBe(false);
  expect(isUnreadable(['entries[999].answer'])).toBe(false);
  expect(isUnreadable([])).toBe(false);
});
