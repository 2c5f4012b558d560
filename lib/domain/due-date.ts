import { z } from 'zod';
import type { PlainDate } from './dates';
import { formatDate } from './dates';
import { basedOn, optionalDate, optionalText, requiredDate, requiredText } from './fields';
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
    due: optionalDate('Due date', { planned: true }),
    review: optionalDate('Review date', { planned: true }),
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
  wanted: {
    scheduling: (typeof SCHEDULING)[number];
    due?: PlainDate;
    review?: PlainDate;
    /** What a list that was kept elsewhere gives as its first date. */
    firstDue?: PlainDate;
  },
): Dates | { field: 'due' | 'review' | 'scheduling'; refused: string } {
  if (wanted.scheduling === 'ongoing') {
    if (now.dueDate) {
      return {
        field: 'scheduling',
        refused: `It is due on ${formatDate(now.dueDate)}: only the board can agree to let that date go`,
      };
    }
    return {
      ...now,
      firstDueDate: now.firstDueDate ?? wanted.firstDue ?? null,
      reviewDate: wanted.review ?? null,
    };
  }
  const due = wanted.due ?? null;
  if (now.dueDate && due && due > now.dueDate) {
    return {
      field: 'due',
      refused: `A later date than ${formatDate(now.dueDate)} needs the board’s agreement. Enter an earlier one, or leave it as it is`,
    };
  }
  return {
    firstDueDate: now.firstDueDate ?? wanted.firstDue ?? due,
    dueDate: due,
    reviewDate: null,
  };
}

/** A slip of the keyboard in a first date, put right by an officer who says what it was. */
export const correctFirstDateSchema = basedOn.extend({
  due: requiredDate('The due date that was meant', { planned: true }),
  words: requiredText('Say what was mistyped', 1000),
});
export type CorrectFirstDate = z.infer<typeof correctFirstDateSchema>;

/**
 * Why the first date cannot be corrected any more; null when it can. Once the board has moved the
 * date, the first one is part of what was decided.
 */
export function refuseCorrection(now: Dates, due: PlainDate | null): string | null {
  if (!now.dueDate || !now.firstDueDate) return 'It has no due date to correct';
  if (now.dueDate !== now.firstDueDate) {
    return `The date has moved since it was first set on ${formatDate(now.firstDueDate)}, so the first one stays`;
  }
  return due === now.dueDate ? 'That is its date already' : null;
}

/**
 * How often the due date moved after it was first set. A move that a superseding decision took
 * back is none, nor is a first date that was mistyped. A date that had moved before it was recorded
 * here moved once, for all that is known.
 * @param updates oldest first, each with the dates that stood after it
 */
export function dateMoves(
  updates: ReadonlyArray<{
    kind: UpdateKind;
    dueDate: PlainDate | null;
    firstDueDate: PlainDate | null;
  }>,
): number {
  let moves = 0;
  let before: (typeof updates)[number] | null = null;
  for (const now of updates) {
    const set = before?.firstDueDate;
    if (!set && now.firstDueDate && now.dueDate !== now.firstDueDate) moves += 1;
    if (before && set && now.dueDate !== before.dueDate && now.firstDueDate === set) {
      moves += now.kind === 'correction' ? -1 : 1;
    }
    before = now;
  }
  return moves;
}
