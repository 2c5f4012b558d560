import { expect, test } from 'vitest';
import { activityQuerySchema } from '@/lib/domain/activity';
import { besideSearch, demandSearch, refuseSearch } from '@/lib/domain/address-query';
import { RuleError } from '@/lib/domain/errors';
import { peopleQuerySchema } from '@/lib/domain/person-search';
import { registerQuerySchema } from '@/lib/domain/register';
import { securityQuerySchema } from '@/lib/domain/security-query';

test.each([
  ['activity', activityQuerySchema],
  ['security events', securityQuerySchema],
])('%s: two days the wrong way round mean the days between them', (_, schema) => {
  const between = (from: string, to: string) => {
    const read = schema.parse({ from, to });
    return [read.from, read.to];
  };
  expect(between('2026-11-30', '2026-11-01')).toEqual(['2026-11-01', '2026-11-30']);
  expect(between('2026-11-01', '2026-11-30')).toEqual(['2026-11-01', '2026-11-30']);
  expect(between('2026-11-30', '')).toEqual(['2026-11-30', '']);
  expect(between('', '2026-11-30')).toEqual(['', '2026-11-30']);
  expect(between('2026-11-31', '2026-11-01')).toEqual(['', '2026-11-01']);
});

test.each([
  ['a register', (q: string) => registerQuerySchema.parse({ q }).q],
  ['people', (q: string) => peopleQuerySchema.parse({ q }).q],
  ['activity', (subject: string) => activityQuerySchema.parse({ subject }).subject],
])('%s: a search that is too long is refused in words, not left out', (_, read) => {
  const long = 'a '.repeat(256);
  expect(refuseSearch(read('a'.repeat(200)))).toBeNull();
  expect(read(long)).toBe(long.trim());
  expect(refuseSearch(read(long))).toBe('Search for 200 characters or fewer: these are 511');
  expect(() => demandSearch(read(long), 'q')).toThrow(RuleError);
});

test('what else an address asks for is asked for again', () => {
  expect(besideSearch({ q: 'x', rag: ['red', 'amber'], page: '3', sort: 'title' }, 'q')).toEqual([
    ['rag', 'red'],
    ['rag', 'amber'],
    ['sort', 'title'],
  ]);
});
