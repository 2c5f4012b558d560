/** The thing does not exist, or the actor may not know that it does. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
  constructor(what = 'That') {
    super(`${what} was not found.`);
  }
}

/** It was there, and has been redacted: for good. */
export class GoneError extends Error {
  override name = 'GoneError';
}

/** The actor is known, sees the subject, and may not do this to it. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
  constructor(
    message = 'Your role does not let you do that.',
    /** Of lib/domain/permissions.ts: what was asked for. */
    readonly permission: string | null = null,
  ) {
    super(message);
  }
}

/** Whoever is signed in has to show again who they are before this. */
export class ProofNeededError extends Error {
  override name = 'ProofNeededError';
  constructor() {
    super('Show again who you are first.');
  }
}

/** A rule of the board's refuses this. Messages are shown at their field; '' is the whole form. */
export class RuleError extends Error {
  override name = 'RuleError';
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super(Object.values(fields).join(' '));
  }
}

/** What somebody else saved after the form was opened, in their words. */
export interface ConflictingChange {
  who: string;
  at: string;
  what: string;
  details: ReadonlyArray<{ label: string; value: string }>;
}

/** The form was based on an older row. `number` is the row to base the next attempt on. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  constructor(
    readonly number: number,
    readonly changes: readonly ConflictingChange[],
  ) {
    super('Somebody else changed this while you were working.');
  }
}

/** The form's id was used so long ago that nobody can tell whether this is a repeat. */
export class SpentFormError extends Error {
  override name = 'SpentFormError';
  constructor() {
    super('Something was sent with this form more than 30 days ago. Nothing was saved now.');
  }
}
