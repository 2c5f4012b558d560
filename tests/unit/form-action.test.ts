import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { TroubleError, troubleOf } from '@/lib/domain/trouble';

vi.mock('@/lib/server/env', () => ({
  env: () => ({ authSecret: 'a secret of this very test, long enough' }),
}));
vi.mock('@/lib/server/kept-form', () => ({ forgetTyped: async () => undefined }));
vi.mock('@/lib/server/session', () => ({
  currentContext: async () => ({ actor: { kind: 'person', id: 'anna' } }),
}));
const { answerForm, formAction } = await import('@/lib/server/form-action');
const { openSealedNotice } = await import('@/lib/server/sealed-notice');

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

describe('where the database was in the way', () => {
  const away = () => Promise.reject(new TroubleError('record_away', 'No connection'));
  async function troubleOfForm(run: Parameters<typeof formAction<typeof schema>>[3]) {
    const sent = new FormData();
    sent.set('words', 'x');
    return formAction(schema, undefined, sent, run).then(() => null, troubleOf);
  }

  test('before anything was saved, it is said so', async () => {
    expect(await troubleOfForm(away)).toBe('record_away');
  });

  test('after it was saved, that is', async () => {
    const saved = troubleOfForm(async ({ wrote }) => {
      wrote?.('0190a5a0-0000-7000-8000-000000000001');
      return away();
    });
    expect(await saved).toBe('record_saved');
  });
});

describe('a form goes on to a page that says what it did', () => {
  type Run = Parameters<typeof formAction<typeof schema>>[3];
  /** Where it leads, by the error that Next goes on with. */
  async function ledTo(run: Run): Promise<URL> {
    const sent = new FormData();
    sent.set('words', 'x');
    const left = await formAction(schema, undefined, sent, run).catch((error) => error.digest);
    return new URL(String(left).split(';')[2] ?? '', 'http://inside.invalid');
  }
  const doneOf = (address: URL) => openSealedNotice(address.searchParams.get('done') ?? '');

  test('by the event that was left', async () => {
    const led = await ledTo(async ({ wrote }) => {
      wrote?.('0190a5a0-0000-7000-8000-000000000001');
      return '/people?page=2';
    });
    expect(led.pathname).toBe('/people');
    expect(Object.fromEntries(led.searchParams)).toEqual({
      page: '2',
      done: '0190a5a0-0000-7000-8000-000000000001',
    });
  });

  test('or that nothing was changed, to whoever sent it', async () => {
    const led = await ledTo(async () => '/people');
    expect(doneOf(led)).toMatchObject({ title: 'Nothing was changed', personId: 'anna' });
  });

  test('by a key where there is no event, and not at all on the way', async () => {
    const led = await ledTo(async () => ({ to: '/account', done: 'password-changed' }));
    expect(led.pathname).toBe('/account');
    expect(doneOf(led)).toMatchObject({ personId: 'anna' });
    const onTheWay = await ledTo(async () => ({ to: '/import/1/columns' }));
    expect(onTheWay.href).toBe('http://inside.invalid/import/1/columns');
  });
});
