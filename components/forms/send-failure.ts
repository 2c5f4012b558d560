import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { troubleOf, troubleWords } from '@/lib/domain/trouble';
import type { SendOutcome } from './watched-fetch';

/** Why a form was not sent, as its page says it. */
export interface SendFailure {
  title: string;
  words: string;
  /** What to do about it. */
  remedy: 'try again' | 'open again' | 'change it';
}

const KEPT = 'What you typed is still here.';
/** Where it is not known whether it arrived. */
const ONCE = 'If it had arrived after all, it is not saved twice.';

/** What Next says of an error beside its words: a redirect, or a reference into the log. */
export function digestOf(error: unknown): string | null {
  const { digest } = (error ?? {}) as { digest?: unknown };
  return typeof digest === 'string' ? digest : null;
}

/**
 * What to tell whoever sent a form that had no answer.
 * @param error that the action's promise was rejected with
 */
export function explainFailure(
  error: unknown,
  { status, timedOut, words }: SendOutcome,
): SendFailure {
  if (unstable_isUnrecognizedActionError(error)) {
    return {
      title: 'Not sent: this page is from an older version',
      words: `The service was renewed since you opened this page. ${KEPT}`,
      remedy: 'open again',
    };
  }
  const trouble = troubleOf(error);
  if (trouble) {
    const { title, sent } = troubleWords(trouble);
    return { title, words: `${sent} ${KEPT}`, remedy: 'try again' };
  }
  const again = (title: string, why: string): SendFailure => ({
    title,
    words: `${why} ${KEPT}`,
    remedy: 'try again',
  });
  if (timedOut) {
    return again(
      'No answer came',
      `The service took too long, so it is not known whether this was saved. ${ONCE}`,
    );
  }
  if (status === null) {
    return again(
      'Not sent: the service could not be reached',
      `Check your connection, then try again. ${ONCE}`,
    );
  }
  if (status === 413) {
    return {
      title: 'Not sent: it is too large',
      words: `The service, or something on the way to it, takes no more at once. Choose a smaller file, or shorten what you typed. ${KEPT}`,
      remedy: 'change it',
    };
  }
  if (words) return again('Not sent', words);
  if (status === 401 || status === 403 || status === 407) {
    return again(
      'Not sent: it was refused',
      'Something on the way to the service did not let it through. Ask whoever looks after your network if it happens again.',
    );
  }
  const digest = digestOf(error);
  if (status === 500 && digest) {
    return again(
      'Something went wrong on our side',
      `It was most likely not saved. Try again in a minute. ${ONCE} If it happens again, tell whoever runs this service, and give them this reference: ${digest}. It leads to the entry in their log.`,
    );
  }
  if (status >= 500) {
    return again(
      'Not sent: the service is not there at the moment',
      `It may be starting again. Try again in a minute. ${ONCE}`,
    );
  }
  return again(
    'No whole answer came',
    `It is not known whether this was saved. Try again. ${ONCE}`,
  );
}
