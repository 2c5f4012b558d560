import { z } from 'zod';
import type { PlainDate } from './dates';
import { basedOn, optionalDate, requiredDate, requiredId } from './fields';

export const BOARD_CAPACITIES = ['chair', 'vice_chair', 'member', 'in_attendance'] as const;
export type BoardCapacity = (typeof BOARD_CAPACITIES)[number];
export const CAPACITY_NAMES: Record<BoardCapacity, string> = {
  chair: 'Chair',
  vice_chair: 'Vice-chair',
  member: 'Member',
  in_attendance: 'In attendance',
};

export const setMembershipSchema = basedOn
  .extend({
    personId: requiredId('Choose a person'),
    capacity: z.enum(BOARD_CAPACITIES, 'Choose as what they sit on the board'),
    from: requiredDate('The day they joined'),
    until: optionalDate('Their last day'),
    /** A ticked box: they had been added in error. */
    removed: z
      .literal('yes')
      .optional()
      .transform((ticked) => ticked === 'yes'),
  })
  .refine(({ from, until }) => !until || until >= from, {
    path: ['until'],
    message: 'Their last day is on or after the day they joined',
  });
export type SetMembership = z.infer<typeof setMembershipSchema>;

/** One row of what was said about a person's seat. */
export interface MembershipRow {
  number: number;
  capacity: BoardCapacity;
  from: PlainDate;
  until: PlainDate | null;
  removed: boolean;
}

/**
 * As what somebody sat on the board on a day; null when they did not. The last thing said stands
 * from its own first day on, so that a new capacity leaves the days before as they were.
 */
export function capacityOn(rows: readonly MembershipRow[], day: PlainDate): BoardCapacity | null {
  const [standing] = rows
    .filter(({ from }) => from <= day)
    .sort((one, other) => other.number - one.number);
  if (!standing || standing.removed) return null;
  return standing.until !== null && standing.until < day ? null : standing.capacity;
}

interface Seated {
  name: string;
  capacity: BoardCapacity;
}

/** The chair first, then by name; those in attendance last. */
export function bySeat(one: Seated, other: Seated): number {
  return (
    BOARD_CAPACITIES.indexOf(one.capacity) - BOARD_CAPACITIES.indexOf(other.capacity) ||
    one.name.localeCompare(other.name, 'en-GB')
  );
}
