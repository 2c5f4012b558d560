import type { ConflictingChange } from './errors';

/** What a form gets back when it was not saved. Undefined before it was sent. */
export interface FormState {
  /** Counts up, so that a form can be drawn anew with what was typed. */
  attempt: number;
  /** Messages by field name; '' holds those of the whole form. Never empty without a conflict. */
  errors: Record<string, string[]>;
  /** What was typed, by field name ('due.day'). Passwords and files are never handed back. */
  values: Record<string, string | string[]>;
  /** It was done, and this is shown once, in place of the form: a link, or codes. Kept nowhere. */
  shown?: readonly string[];
  /** Somebody else saved first: what they saved, and the row to base the next attempt on. */
  conflict?: { number: number; changes: readonly ConflictingChange[] };
}

export type FormAction = (state: FormState | undefined, form: FormData) => Promise<FormState>;
