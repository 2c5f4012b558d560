import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BusyError } from '@/lib/domain/turns';
import { Turns } from '@/lib/server/turns';

const LIMITS = { each: 1, all: 2, eachWaiting: 1, allWaiting: 2, seconds: 30 };

/** Who has a turn, in the order in which they got it. */
function watch(turns: Turns) {
  const had: string[] = [];
  const ask = async (name: string, who = name, signal?: AbortSignal) => {
    const end = await turns.take(who, signal);
    had.push(name);
    return end;
  };
  return { had, ask };
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'It had its turn.',
    (error: unknown) => (error instanceof BusyError ? { own: error.own } : error),
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a person’s second waits for their first, and holds up nobody else', async () => {
  const { had, ask } = watch(new Turns(LIMITS));
  const first = await ask('first', 'anna');
  const second = ask('second', 'anna');
  await ask('other', 'bea');
  expect(had).toEqual(['first', 'other']);
  first();
  await second;
  expect(had).toEqual(['first', 'other', 'second']);
});

test('a person’s third is refused at once, by their own', async () => {
  const { ask } = watch(new Turns(LIMITS));
  await ask('first', 'anna');
  void ask('second', 'anna').catch(() => undefined);
  expect(await refusal(ask('third', 'anna'))).toEqual({ own: true });
});

test('so many wait in all, and the next is refused', async () => {
  const { ask } = watch(new Turns(LIMITS));
  for (const who of ['anna', 'bea']) await ask(who);
  for (const who of ['cem', 'dan']) void ask(who).catch(() => undefined);
  expect(await refusal(ask('eve'))).toEqual({ own: false });
});

test('whoever waits too long is told, and is out of the line', async () => {
  const { had, ask } = watch(new Turns(LIMITS));
  const end = await ask('anna');
  await ask('bea');
  const late = refusal(ask('cem'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await late).toEqual({ own: false });
  end();
  await ask('dan');
  expect(had).toEqual(['anna', 'bea', 'dan']);
});

test('whoever goes away leaves the line', async () => {
  const { had, ask } = watch(new Turns(LIMITS));
  const end = await ask('first', 'anna');
  const gone = new AbortController();
  const left = refusal(ask('second', 'anna', gone.signal));
  gone.abort('gone');
  expect(await left).toBe('gone');
  end();
  expect(await refusal(ask('nobody', 'anna', gone.signal))).toBe('gone');
  await ask('third', 'anna');
  expect(had).toEqual(['first', 'third']);
});

test('a turn that is given back twice is one turn', async () => {
  const { had, ask } = watch(new Turns(LIMITS));
  const end = await ask('first', 'anna');
  end();
  await ask('second', 'anna');
  end();
  void ask('third', 'anna').catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(had).toEqual(['first', 'second']);
});
