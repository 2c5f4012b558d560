import { parseWithZod } from '@conform-to/zod/v4';
import type { FormState } from '@/lib/domain/form-state';
import { proposeYear, proposeYearSchema } from '@/lib/domain/meeting-plan';

type Query = Record<string, string | string[] | undefined>;

/** What the address of the page that proposes a year of meetings asks for, and what comes of it. */
export interface AskedYear {
  /** What was typed, by field name. */
  values: Record<string, string>;
  errors: FormState['errors'];
  /** Null until what was typed makes a year. */
  year: { startsAt: string; venue: string; dates: string[] } | null;
}

/** Its own GET form fills the address; before that there is nothing to refuse. */
export function askedYear(query: Query): AskedYear {
  const values = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  if (values.every === undefined) return { values, errors: {}, year: null };
  const parsed = parseWithZod(new URLSearchParams(values), { schema: proposeYearSchema });
  if (parsed.status !== 'success') {
    const errors = Object.entries(parsed.error ?? {}).flatMap(([field, messages]) =>
      messages ? [[field, messages] as const] : [],
    );
    return { values, errors: Object.fromEntries(errors), year: null };
  }
  const { first, every, startsAt, venue } = parsed.value;
  return { values, errors: {}, year: { startsAt, venue, dates: proposeYear(first, every) } };
}
