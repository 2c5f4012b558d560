import { cache } from 'react';
import { getAsAt, getAsAtChoices } from '@/lib/data/as-at';
import type { Context } from '@/lib/data/context';
import type { AsAtChoices, AsAtView } from '@/lib/domain/as-at-view';
import { formatDate } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { signedIn } from './session';

/** The moment a page is read at, for whom, and what else could be asked for. */
export interface Reading {
  context: Context;
  /** Null for the present. */
  asAt: AsAtView | null;
  /** Why there is nothing to show as at what the address asks for; then `asAt` is null. */
  problem: string | null;
  choices: AsAtChoices;
}

export interface ReadingProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The reading of what an address asks for; '' is the present. Once a request. */
export const readingOf = cache(async (asked: string): Promise<Reading> => {
  const context = await signedIn();
  const choices = await getAsAtChoices(context);
  const present = { context, asAt: null, problem: null, choices };
  if (asked === '') return present;
  try {
    return { ...present, ...(await getAsAt(context, asked)) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ...present, problem: error.fields['as-at'] ?? error.message };
  }
});

/** What `?as-at=` of an address asks for. Where it is repeated, its first counts. */
export async function asked(searchParams: ReadingProps['searchParams']): Promise<string> {
  return [(await searchParams)['as-at']].flat()[0]?.trim() ?? '';
}

export async function reading(searchParams: ReadingProps['searchParams']): Promise<Reading> {
  return readingOf(await asked(searchParams));
}

/** The title of a page, with the day it shows. */
export function titleAt({ asAt }: Pick<Reading, 'asAt'>, title: string): string {
  return asAt ? `As at ${formatDate(asAt.day)}: ${title}` : title;
}
