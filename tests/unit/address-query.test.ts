import { expect, test } from 'vitest';
import { activityQuerySchema } from '@/lib/domain/activity';
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
