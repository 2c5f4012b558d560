import { z } from 'zod';
import { basedOn, ids, optionalLine, requiredLine, requiredText, submission } from './fields';
import { dateWords, monthNumber } from './typed-date';

export interface SourceName {
  prefix: string;
  title: string;
  publisher: string;
  /** As the source dates itself: '2021-07' or '2021'. */
  published: string;
}

/** Prefixes that no board can take, and why. */
const TAKEN: Readonly<Record<string, string>> = {
  A: 'A stands for local actions',
  C: 'C stands for commitments',
  R: 'R stands for the review',
  NEW: 'NEW is the address of the form that adds a source',
};

/** The review and the paper that tells of the commitments: their words are not the board's. */
export function isNational(prefix: string): boolean {
  return prefix === 'R' || prefix === 'C';
}

/** Where a source's page is: 'NA' → '/sources/na'. */
export function sourcePath(prefix: string): string {
  return `/sources/${prefix.toLowerCase()}`;
}

/** 'NA' of the 'na' in an address; undefined for what is no prefix. */
export function parsePrefix(text: string): string | undefined {
  return /^[A-Z]{1,3}$/i.test(text) ? text.toUpperCase() : undefined;
}

const WRONG_PREFIX = 'Enter a prefix of one to three letters, like N';
const newPrefix = requiredLine(WRONG_PREFIX, 20).transform((text, context) => {
  const prefix = parsePrefix(text);
  const taken = prefix && TAKEN[prefix];
  if (prefix && !taken) return prefix;
  context.addIssue({
    code: 'custom',
    message: taken ? `${taken}: choose another prefix` : WRONG_PREFIX,
  });
  return z.NEVER;
});

/** '07' of '7', 'Jul' or 'July'; the month may be left out. */
const month = optionalLine(20).transform((text, context) => {
  if (text === undefined) return undefined;
  const number = monthNumber(dateWords(text));
  if (number >= 1 && number <= 12) return String(number).padStart(2, '0');
  context.addIssue({ code: 'custom', message: 'Enter a month, like 7 or July' });
  return z.NEVER;
});
const WRONG_YEAR = 'Enter the year in which it was published, like 2026';
const year = requiredLine(WRONG_YEAR, 20).refine(
  (text) => /^(19|20|21)\d\d$/.test(text),
  WRONG_YEAR,
);

const details = {
  title: requiredLine('Enter the title of the source', 200),
  publisher: requiredLine('Enter who published it', 200),
  month,
  year,
};

export const addSourceSchema = submission.extend({ prefix: newPrefix, ...details });
export type AddSource = z.infer<typeof addSourceSchema>;

/** Its prefix stays: references are permanent. */
export const editSourceSchema = basedOn.extend(details);
export type EditSource = z.infer<typeof editSourceSchema>;

/** As a source dates itself: '2026-07', or '2026' where there is no month. */
export function publishedOf({ month, year }: Pick<EditSource, 'month' | 'year'>): string {
  return month ? `${year}-${month}` : year;
}

/** Numbers of one source's recommendations: the order of the register has room for no more. */
const MOST = 999;
const WRONG_NUMBER = `Enter a whole number from 1 to ${MOST}, or leave it empty for the next`;

/** A recommendation copied from a source by hand. Its number is the next where none is given. */
export const addRecommendationSchema = submission.extend({
  number: optionalLine(10)
    .refine((text) => text === undefined || /^[1-9]\d{0,2}$/.test(text), WRONG_NUMBER)
    .transform((text) => (text === undefined ? undefined : Number(text))),
  shortTitle: requiredLine('Enter a short title', 120),
  text: requiredText('Enter the recommendation, word for word', 8000),
  groupingIds: ids('Choose from the list'),
});
export type AddRecommendation = z.infer<typeof addRecommendationSchema>;

/** The number a recommendation gets: the one given, or the next after the highest. */
export function numberFor(
  wanted: number | undefined,
  taken: readonly number[],
): { number: number } | { refused: string } {
  if (wanted !== undefined) {
    return taken.includes(wanted)
      ? { refused: `There is a recommendation ${wanted} already` }
      : { number: wanted };
  }
  const next = Math.max(0, ...taken) + 1;
  return next > MOST ? { refused: `There is no number left after ${MOST}` } : { number: next };
}
