// Whoever sees a page cannot be told: it may be the one that comes after a form.
const LOOK = 'If you had just sent a form, look whether it was saved before you send it again.';

/**
 * What can be the matter with the database, as people have to know it: what it means for what they
 * were doing. The keys are what Next calls a digest: all of an error that reaches a browser.
 */
const TROUBLES = {
  record_away: {
    title: 'The service cannot reach its record at the moment',
    page: `What was saved before is safe. Try again in a minute. ${LOOK}`,
    sent: 'Nothing was saved. Try again in a minute.',
  },
  record_busy: {
    title: 'The service has too much to do at the moment',
    page: `It took too long until it was your turn. Try again in a minute. ${LOOK}`,
    sent: 'It took too long until it was your turn, so nothing was saved. Try again in a minute.',
  },
  record_full: {
    title: 'The service can save nothing at the moment',
    page: `What was saved before is safe, but its database takes nothing new. Tell whoever runs this service if it goes on. ${LOOK}`,
    sent: 'Its database takes nothing new, so nothing was saved. Try again later, and tell whoever runs this service if it goes on.',
  },
  record_lost: {
    title: 'The service does not know whether this was saved',
    page: 'The connection to its record broke while what you sent was being saved. Look whether it is there before you send it again.',
    sent: 'The connection to its record broke while this was being saved. Look whether it is there before you send it again.',
  },
  record_saved: {
    title: 'It was saved, but the next page cannot be shown at the moment',
    page: 'It was saved. The service cannot reach its record at the moment: look at it in a minute.',
    sent: 'It was saved. The service cannot reach its record at the moment: look at it in a minute.',
  },
} as const;

export type Trouble = keyof typeof TROUBLES;

export interface TroubleWords {
  title: string;
  /** For whoever opened a page. */
  page: string;
  /** For whoever sent a form. */
  sent: string;
}

/** After how many seconds to ask again, as an answer of 503 says. */
export const ASK_AGAIN_SECONDS = 30;

/** The database was in the way: nothing that was typed, and no fault of the code. */
export class TroubleError extends Error {
  override name = 'TroubleError';
  /** @param digest goes on to the browser; the message and the cause are for the log */
  constructor(
    readonly digest: Trouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** By its digest: an error may come out of another bundle, or out of a browser. */
export function troubleOf(error: unknown): Trouble | null {
  const { digest } = (error ?? {}) as { digest?: unknown };
  return typeof digest === 'string' && Object.hasOwn(TROUBLES, digest) ? (digest as Trouble) : null;
}

export function troubleWords(trouble: Trouble): TroubleWords {
  return TROUBLES[trouble];
}
