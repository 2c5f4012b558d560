import { getMovement, getMovementStart } from '@/lib/data/movement';
import type { AsAtChoices, AsAtView } from '@/lib/domain/as-at-view';
import { formatDate, type PlainDate } from '@/lib/domain/dates';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import {
  type MovementQuery,
  type MovementView,
  movementQuerySchema,
} from '@/lib/domain/movement-view';
import { readingOf } from './reading';

type Search = Record<string, string | string[] | undefined>;

/** What the movement page of a meeting shows. */
export interface MovementReading {
  query: MovementQuery;
  /** As the address says it, '' where it leaves it to the page. */
  asked: { from: string; to: string };
  choices: AsAtChoices;
  view: MovementView | null;
  /** Why there is nothing to compare. */
  problem: string | null;
}

/** A day that was typed wins over the meeting that was chosen beside it. */
function askedFor(search: Search, name: 'from' | 'to'): string {
  const one = (key: string) => [search[key]].flat()[0]?.trim() ?? '';
  return one(`${name}-day`) || one(name);
}

function before(from: AsAtView, to: PlainDate): string | null {
  return from.day < to
    ? null
    : `The comparison starts on ${formatDate(from.day)} and ends on ${formatDate(to)}: choose an earlier start`;
}

/**
 * What moved between the moments an address asks for: left open, from the last meeting before
 * this one to this one, or to now while it is still to come.
 */
export async function movementReading(
  meeting: MeetingPageView,
  search: Search,
): Promise<MovementReading> {
  const asked = { from: askedFor(search, 'from'), to: askedFor(search, 'to') };
  const query = movementQuerySchema.parse(search);
  const to = await readingOf(
    asked.to || (meeting.state === 'held' ? `meeting:${meeting.slug}` : ''),
  );
  const { choices } = to;
  const nothing = (problem: string) => ({ query, asked, choices, view: null, problem });
  if (to.problem) return nothing(to.problem);
  const end = to.asAt?.day ?? choices.today;
  let from: AsAtView | null;
  if (asked.from) {
    const reading = await readingOf(asked.from);
    if (reading.problem) return nothing(reading.problem);
    from = reading.asAt;
  } else {
    // The present is later than any meeting of today or before; a meeting counts from the last.
    from = await getMovementStart(to.context, to.asAt ? end : undefined);
  }
  if (!from) return nothing('There is nothing in the register yet');
  const problem = before(from, end);
  if (problem) return nothing(problem);
  return {
    query,
    asked,
    choices,
    view: await getMovement(to.context, from, to.asAt, query),
    problem: null,
  };
}
