import {
  ASK_AGAIN_SECONDS,
  type TroubleWords,
  troubleOf,
  troubleWords,
} from '@/lib/domain/trouble';

/** What scripts/start/error-words.mjs answers in the place of what Next would. */
interface TroubleAnswer extends TroubleWords {
  retryAfter: number;
}

// Where that script finds it: it is no part of the build. By the reference it gave the request,
// which it forgets with the answer.
const kept = globalThis as typeof globalThis & {
  boardTroubleAnswers?: Map<string, TroubleAnswer | null>;
};

/** Has a request that failed because of the database answered in the words for that, with 503. */
export function noteTroubleAnswer(reference: string, error: unknown): void {
  const trouble = troubleOf(error);
  if (!trouble || !kept.boardTroubleAnswers?.has(reference)) return;
  kept.boardTroubleAnswers.set(reference, {
    ...troubleWords(trouble),
    retryAfter: ASK_AGAIN_SECONDS,
  });
}

/** Next prints each error with its stack; these are told in the log, once a minute. */
export function keepTroubleOffConsole(): void {
  const { error } = console;
  console.error = (...given) => {
    if (!given.some(troubleOf)) error.apply(console, given);
  };
}
