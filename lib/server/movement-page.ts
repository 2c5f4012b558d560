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

/** Why these two ends leave nothing to compare. @param chosen or left to the page */
function tooLate(from: AsAtView, to: PlainDate, chosen: boolean): string | null {
  if (from.day < to) return null;
  return chosen || from.meeting
    ? `The comparison starts on ${formatDate(from.day)} and ends on ${formatDate(to)}: choose an earlier start`
    : `The register begins on ${formatDate(from.day)}: there is no meeting and no day before to compare with`;
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
    // The meeting before as it is known now, also where it was put on record later than this one.
    const { context } = await readingOf('');
    from = await getMovementStart(context, to.asAt ? end : undefined);
  }
  if (!from) return nothing('There is nothing in the register yet');
  const problem = tooLate(from, end, asked.from !== '');
  if (problem) return nothing(problem);
  return {
    query,
    asked,
    choices,
    view: await getMovement(to.context, from, to.asAt, query),
    problem: null,
  };
}
