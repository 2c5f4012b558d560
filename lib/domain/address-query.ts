import { z } from 'zod';
import { isPlainDate } from './dates';
import { RuleError } from './errors';
import { mendLine } from './mend-text';

/** One value of an address; the first, where it says several. */
export const one = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => [value].flat()[0], type);

/** One value of an address or several; what is none of its values is left out. */
export const many = <T extends z.ZodType>(type: T) =>
  z
    .preprocess((value) => [value ?? []].flat(), z.array(z.unknown()))
    .transform((values) => [
      ...new Set(
        values.flatMap((value) => {
          const parsed = type.safeParse(value);
          return parsed.success ? [parsed.data] : [];
        }),
      ),
    ]);

/** As many characters as are looked for. */
export const SEARCH_LIMIT = 200;

/**
 * Words to look for, mended as those are that they are looked for in; '' for none. They may be too
 * long: `refuseSearch` says so, since what is left out unsaid finds what nobody asked for.
 */
export const addressWords = one(z.string().transform(mendLine).catch(''));

/** Why words cannot be looked for; null when they can. */
export function refuseSearch(words: string): string | null {
  if (words.length <= SEARCH_LIMIT) return null;
  const count = words.length.toLocaleString('en-GB');
  return `Search for ${SEARCH_LIMIT} characters or fewer: these are ${count}`;
}

/** @throws RuleError for words that are too many, at the name they have in the address */
export function demandSearch(words: string, name: string): void {
  const refused = refuseSearch(words);
  if (refused) throw new RuleError({ [name]: refused });
}

/** Everything else that an address asks for, to be asked for again with other words. */
export function besideSearch(
  search: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): Array<[string, string]> {
  return Object.entries(search).flatMap(([key, value]) =>
    key === name || key === 'page' || value === undefined
      ? []
      : [value].flat().map((one): [string, string] => [key, one]),
  );
}
/** One day; '' for none. */
export const addressDay = one(z.string().refine(isPlainDate).catch(''));
/** Two days that were given the wrong way round mean the days between them all the same. */
export function daysInOrder<Q extends { from: string; to: string }>(query: Q): Q {
  const { from, to } = query;
  return from && to && from > to ? { ...query, from: to, to: from } : query;
}
export const addressPage = one(z.coerce.number().int().min(1).max(100_000).catch(1));
