import { z } from 'zod';
import { addDays, addMonths, type PlainDate } from './dates';
import { optionalDate, requiredDate, submission } from './fields';
import { meetingDetails } from './meeting';

export const RHYTHMS = ['monthly', 'two_monthly', 'quarterly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
export const RHYTHM_NAMES: Record<Rhythm, string> = {
  monthly: 'Every month',
  two_monthly: 'Every two months',
  quarterly: 'Every three months',
};
const MONTHS: Record<Rhythm, number> = { monthly: 1, two_monthly: 2, quarterly: 3 };

/** What a year of meetings is proposed from. */
export const proposeYearSchema = z.object({
  first: requiredDate('The date of the first meeting', { planned: true }),
  every: z.enum(RHYTHMS, 'Choose how often the board meets'),
  ...meetingDetails,
});

const weekdayOf = (date: PlainDate) => new Date(`${date}T00:00:00Z`).getUTCDay();

/**
 * A year of meetings on the same weekday of its month as the first: the first Thursday, or the
 * last where the first is a fifth. Days off are proposed too, for people to move.
 */
export function proposeYear(first: PlainDate, every: Rhythm): PlainDate[] {
  const nth = Math.ceil(Number(first.slice(8)) / 7);
  const step = MONTHS[every];
  return Array.from({ length: 12 / step }, (_, index) => {
    const month = addMonths(`${first.slice(0, 8)}01`, index * step);
    const shift = (weekdayOf(first) - weekdayOf(month) + 7) % 7;
    const date = addDays(month, shift + (nth - 1) * 7);
    return date.slice(0, 7) === month.slice(0, 7) ? date : addDays(date, -7);
  });
}

/** A year of meetings as it was looked through; a date that was emptied is left out. */
export const planMeetingsSchema = submission
  .extend({
    ...meetingDetails,
    dates: z
      .record(z.string().regex(/^m\d\d?$/), optionalDate('The date', { planned: true }))
      .default({})
      .transform((dates) =>
        Object.entries(dates).flatMap(([key, date]) => (date ? [{ key, date }] : [])),
      ),
  })
  .refine(({ dates }) => dates.length > 0, {
    path: ['dates.m1'],
    error: 'Enter the date of a meeting',
  });
export type PlanMeetings = z.infer<typeof planMeetingsSchema>;
