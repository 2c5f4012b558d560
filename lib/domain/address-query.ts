import { z } from 'zod';
import { isPlainDate } from './dates';
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

/** Words to look for, mended as those are that they are looked for in; '' for none. */
export const addressWords = one(z.string().transform(mendLine).pipe(z.string().max(200)).catch(''));
/** One day; '' for none. */
export const addressDay = one(z.string().refine(isPlainDate).catch(''));
/** Two days that were given the wrong way round mean the days between them all the same. */
export function daysInOrder<Q extends { from: string; to: string }>(query: Q): Q {
  const { from, to } = query;
  return from && to && from > to ? { ...query, from: to, to: from } : query;
}
export const addressPage = one(z.coerce.number().int().min(1).max(100_000).catch(1));
