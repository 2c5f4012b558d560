import { describe, expect, test } from 'vitest';
import { DEFAULT_RAG_KEY } from '@/lib/domain/rag';
import { boardNameSchema, dateRulesSchema, ragKeySchema } from '@/lib/domain/settings';

const sent = { submissionId: '3f0e3bd1-1f6c-4c9e-9f0a-2f6f3a1c9b11', basedOn: '4' };
const issues = (parsed: { error?: { issues: Array<{ path: PropertyKey[]; message: string }> } }) =>
  Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );

test('areas are lines, each once, without the empty ones', () => {
  const form = { ...sent, name: ' Board ', areas: 'Fenmarsh\r\n\n Sampleford \nFenmarsh\r' };
  expect(boardNameSchema.parse(form)).toMatchObject({
    name: 'Board',
    areas: ['Fenmarsh', 'Sampleford'],
  });
  expect(boardNameSchema.parse({ ...sent, name: 'Board' }).areas).toEqual([]);
  const many = Array.from({ length: 31 }, (_, index) => `Area ${index}`).join('\n');
  expect(issues(boardNameSchema.safeParse({ ...sent, name: 'x', areas: many }))).toEqual({
    areas: 'Name 30 areas or fewer',
  });
});

describe('the rules of dates', () => {
  const rules = {
    ...sent,
    updatesDueDays: '10',
    papersIssuedDays: '5',
    dueSoonDays: '30',
    reviewMonths: '12',
  };
  test.each([
    [{}, {}],
    [{ updatesDueDays: '6' }, {}],
    [{ papersIssuedDays: '0', updatesDueDays: '1' }, {}],
    [
      { updatesDueDays: '5' },
      { updatesDueDays: 'Updates are due no later than papers go out: enter 6 or more' },
    ],
    [
      { dueSoonDays: '0' },
      { dueSoonDays: 'Enter when an action is due soon, a whole number from 1 to 365' },
    ],
    [
      { reviewMonths: '1.5' },
      { reviewMonths: 'Enter when evidence is reviewed, a whole number from 1 to 60' },
    ],
    [
      { reviewMonths: '' },
      { reviewMonths: 'Enter when evidence is reviewed, a whole number from 1 to 60' },
    ],
    [
      { reviewMonths: '1e1' },
      { reviewMonths: 'Enter when evidence is reviewed, a whole number from 1 to 60' },
    ],
  ])('%j', (change, expected) => {
    expect(issues(dateRulesSchema.safeParse({ ...rules, ...change }))).toEqual(expected);
  });
});

test('every status of every kind has words', () => {
  expect(issues(ragKeySchema.safeParse({ ...sent, ...DEFAULT_RAG_KEY }))).toEqual({});
  const without = { ...DEFAULT_RAG_KEY.commitment, amber: ' ' };
  expect(
    issues(ragKeySchema.safeParse({ ...sent, ...DEFAULT_RAG_KEY, commitment: without })),
  ).toEqual({ 'commitment.amber': 'Say what Amber means' });
});
