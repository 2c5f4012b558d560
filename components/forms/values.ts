import type { PlainDate } from '@/lib/domain/dates';
import type { FormState } from '@/lib/domain/form-state';
import type { DateParts } from './date-input';

/** What a form opens with, by field name; null and undefined are empty. */
export type FormValues = Record<string, string | readonly string[] | null | undefined>;

/** What the fields of a form are drawn with: what was typed last, else what it opens with. */
export interface Answers {
  /** For a text box, a select or radio buttons. */
  one(name: string): { name: string; defaultValue: string; error?: string[] };
  /** For checkboxes. */
  many(name: string): { name: string; defaultValue: string[]; error?: string[] };
  /** For a date, with what was said about one that is far off. */
  date(name: string): { name: string; defaultValue: DateParts; error?: string[] };
}

/** A day as its three boxes: 'due' → 'due.day', 'due.month', 'due.year'. */
export function dateBoxes(name: string, date: PlainDate | null | undefined): FormValues {
  const [year, month, day] = (date ?? '').split('-').map((part) => part.replace(/^0+/, ''));
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year };
}

/** @param errors may be newer than the state: a browser can refuse to send a form */
export function answers(
  initial: FormValues,
  state: FormState | undefined,
  errors: FormState['errors'],
): Answers {
  // Once it was sent, a box without a value is one that was emptied.
  const values: FormValues = state?.values ?? initial;
  const list = (name: string) => [values[name] ?? []].flat();
  const text = (name: string) => list(name)[0] ?? '';
  return {
    one: (name) => ({ name, defaultValue: text(name), error: errors[name] }),
    many: (name) => ({ name, defaultValue: list(name), error: errors[name] }),
    date: (name) => ({
      name,
      defaultValue: {
        day: text(`${name}.day`),
        month: text(`${name}.month`),
        year: text(`${name}.year`),
        // A form that was sent says on which day it was drawn.
        confirmed: values[`${name}.drawn`] === undefined ? undefined : text(`${name}.confirmed`),
      },
      error: errors[name],
    }),
  };
}
