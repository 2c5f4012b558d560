import {
  ASK_AGAIN_SECONDS,
  type Trouble,
  type TroubleWords,
  troubleOf,
  troubleWords,
} from '@/lib/domain/trouble';
import { keepOffConsole } from './keep-off-console';

/** What scripts/start/error-words.mjs answers in the place of what Next would. */
interface TroubleAnswer extends TroubleWords {
  retryAfter: number;
}

// Where that script finds it: it is no part of the build. By the reference it gave the request,
// which it forgets with the answer.
const kept = globalThis as typeof globalThis & {
  boardTroubleAnswers?: Map<string, TroubleAnswer | null>;
};

/**
 * Has a request that failed because of the database answered in the words for that, with 503.
 * Of a form it says whether anything was saved where that is what broke (lib/server/form-action.ts),
 * and not the page after it.
 */
export function noteTroubleAnswer(reference: string, error: unknown): void {
  const trouble = troubleOf(error);
  // The first is what happened; others may come of it.
  if (!trouble || kept.boardTroubleAnswers?.get(reference) !== null) return;
  const words = troubleWords(trouble);
  kept.boardTroubleAnswers.set(reference, {
    ...words,
    sent: (error as { inForm?: true }).inForm ? forForm(trouble) : words.page,
    retryAfter: ASK_AGAIN_SECONDS,
  });
}

/** Without a script the form is the page before this one. */
function forForm(trouble: Trouble): string {
  const { sent } = troubleWords(trouble);
  if (trouble === 'record_saved') return sent;
  return `${sent} Go back: your browser usually still has what you typed.`;
}

/** These are told in the log, once a minute. */
export function keepTroubleOffConsole(): void {
  keepOffConsole((said) => troubleOf(said) !== null, 'error');
}
