import type { Context } from '@/lib/data/context';
import { addRecommendation } from '@/lib/data/recommendations';
import { addSource } from '@/lib/data/sources';
import type { AddRecommendation, AddSource } from '@/lib/domain/source';
import { opened } from './register';

/** A source of the board's own. @returns its prefix */
export function buildSource(
  context: Context,
  source: Pick<AddSource, 'prefix'> & Partial<AddSource>,
): Promise<string> {
  return addSource(context, {
    ...opened(),
    title: 'Needs assessment',
    publisher: 'Public health team',
    year: '2026',
    month: undefined,
    ...source,
  });
}

/** A recommendation of such a source. @returns its reference */
export function buildRecommendation(
  context: Context,
  prefix: string,
  recommendation: Partial<AddRecommendation> = {},
): Promise<string> {
  return addRecommendation(context, prefix, {
    ...opened(),
    number: undefined,
    shortTitle: 'Open on Saturdays',
    text: 'Treatment services should open on Saturdays.',
    groupingIds: [],
    ...recommendation,
  });
}
