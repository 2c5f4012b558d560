import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answerForm } from '@/lib/server/form-action';

const run = vi.fn(async () => '/');
const schema = z.object({ words: z.string() });

function named(name: string): FormData {
  const form = new FormData();
  form.set('words', 'x');
  form.set(name, 'x');
  return form;
}

test.each<[string, unknown]>([
  ['no form at all, as when what a page binds was left out', undefined],
  ['something else in its place', { words: 'x' }],
  ['fields that would take seconds to read', named('roles[1500000]')],
])('%s is refused in words, and nothing is run', async (_, form) => {
  const state = await answerForm(schema, undefined, form as FormData, run);
  expect(state.errors).toEqual({ '': [expect.stringContaining('could not be read')] });
  expect(run).not.toHaveBeenCalled();
});

test('a form that can be read is run', async () => {
  const done = { attempt: 0, values: {}, errors: {}, shown: ['done'] };
  const sent = new FormData();
  sent.set('words', 'x');
  expect(await answerForm(schema, undefined, sent, async () => done)).toEqual({
    ...done,
    attempt: 1,
  });
});
