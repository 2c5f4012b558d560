import { z } from 'zod';
import type { PlainDate } from './dates';
import { formatDate } from './dates';
import { basedOn, optionalDate, optionalText } from './fields';
import type { UpdateKind } from './status-update';

export interface Dates {
  firstDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
}

export const SCHEDULING = ['due', 'ongoing'] as const;

/** Due on a day, or ongoing with a day to look again. */
export const setDatesSchema = basedOn
  .extend({
    scheduling: z.enum(SCHEDULING, 'Choose whether it has a due date or is ongoing'),
    due: optionalDate('Due date'),
    review: optionalDate('Review date'),
    words: optionalText(1000),
  })
  .superRefine((dates, context) => {
    const wanted = dates.scheduling === 'due' ? 'due' : 'review';
    if (!dates[wanted]) {
      context.addIssue({
        code: 'custom',
        path: [wanted],
        message: wanted === 'due' ? 'Enter the due date' : 'Enter the day to review it on',
      });
    }
  });
export type SetDates = z.infer<typeof setDatesSchema>;

/**
 * The dates after a change, or the sentence that refuses it (design, "Due dates slip in the
 * open"). A first date can be set and a date brought forward; a later one, or giving a date up
 * for "ongoing", would let an action slip without the board.
 */
export function changeDates(
  now: Dates,
  wanted: { scheduling: (typeof SCHEDULING)[number]; due?: PlainDate; review?: PlainDate },
): Dates | { field: 'due' | 'review' | 'scheduling'; refused: string } {
  if (wanted.scheduling === 'ongoing') {
    if (now.dueDate) {
      return {
        field: 'scheduling',
        refused: `It is due on ${formatDate(now.dueDate)}: only the board can agree to let that date go`,
      };
    }
    return { ...now, reviewDate: wanted.review ?? null };
  }
  const due = wanted.due ?? null;
  if (now.dueDate && due && due > now.dueDate) {
    return {
      field: 'due',
      refused: `A later date than ${formatDate(now.dueDate)} needs the board’s agreement. Enter an earlier one, or leave it as it is`,
    };
  }
  return { firstDueDate: now.firstDueDate ?? due, dueDate: due, reviewDate: null };
}

/**
 * How often the due date moved after it was first set. A move that a superseding decision took
 * back is none.
 * @param updates oldest first, each with the date that stood after it
 */
export function dateMoves(
  updates: ReadonlyArray<{ kind: UpdateKind; dueDate: PlainDate | null }>,
): number {
  let moves = 0;
  let standing: PlainDate | null = null;
  let first = true;
  for (const { kind, dueDate } of updates) {
    if (dueDate !== standing && !first) moves += kind === 'correction' ? -1 : 1;
    standing = dueDate;
    if (dueDate !== null) first = false;
  }
  return moves;
}
