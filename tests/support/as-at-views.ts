import { getBoard } from '@/lib/data/board';
import { listChallenges } from '@/lib/data/challenges';
import type { Context } from '@/lib/data/context';
import { getDashboard } from '@/lib/data/dashboard';
import { listAwaiting } from '@/lib/data/decisions-view';
import { getGrouping, listGroupings, listObjectives } from '@/lib/data/groupings-view';
import { getHistory } from '@/lib/data/history';
import { getItem } from '@/lib/data/item-view';
import { getMovementSinceMeeting } from '@/lib/data/movement';
import { listQuestions } from '@/lib/data/questions-view';
import { getRegister } from '@/lib/data/register';
import { getSource, listSources } from '@/lib/data/sources-view';
import { NotFoundError } from '@/lib/domain/errors';
import { ITEM_KINDS } from '@/lib/domain/item';
import { questionQuerySchema } from '@/lib/domain/question';
import { registerQuery } from './reads';

async function orNothing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** What the reader may do, which is nothing in the past. */
const MAY = /^(redact$|may|(mend|now)$)/;

/**
 * Everything that can be seen as at a moment: dashboard, registers with their counts, items,
 * histories and what is challenged. What follows the present is left out: what the reader may do.
 */
export async function seenAt(
  context: Context,
  references: readonly string[],
): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {
    challenges: await listChallenges(context),
    dashboard: await getDashboard(context),
    moved: await getMovementSinceMeeting(context),
    questions: await listQuestions(context, questionQuerySchema.parse({})),
    awaiting: await listAwaiting(context),
    board: await getBoard(context, context),
  };
  seen.sources = await listSources(context);
  for (const { prefix } of await listSources(context)) {
    seen[`source ${prefix}`] = await getSource(context, prefix);
  }
  seen.groupings = await listGroupings(context);
  seen.objectives = await listObjectives(context);
  seen.grouping = await getGrouping(context, 'themes', 'leadership-accountability');
  for (const kind of ITEM_KINDS) {
    seen[kind] = await getRegister(context, kind, registerQuery());
    seen[`${kind}, sorted`] = await getRegister(
      context,
      kind,
      registerQuery({ sort: 'updated', order: 'down', q: 'a', theme: ['treatment'] }),
    );
  }
  for (const reference of references) {
    seen[reference] = await orNothing(getItem(context, reference));
    seen[`${reference}, history`] = await orNothing(getHistory(context, reference, 1));
  }
  return JSON.parse(
    JSON.stringify(seen, (key, value) => (MAY.test(key) ? undefined : value)),
  ) as Record<string, unknown>;
}
