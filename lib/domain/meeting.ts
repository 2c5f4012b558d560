import { z } from 'zod';
import { formatDate, type PlainDate } from './dates';
import {
  basedOn,
  optionalDate,
  requiredDate,
  requiredLine,
  requiredText,
  submission,
} from './fields';
import { clearWorkingDaysBefore, workingDaysBefore } from './working-days';

/** '14:00' of '14:00', '14.00', '2pm' or '2.30 pm'; undefined for what is no time of day. */
export function parseTime(text: string): string | undefined {
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))?\s*([ap]\.?m\.?)?$/i.exec(text.trim()) ?? [];
  // '14' alone could be a day as well.
  if (!half && !/[:.]/.test(text)) return undefined;
  let hours = Number(hour);
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour === '' || hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

const MISSING_TIME = 'Enter the time it starts, like 14:00';
/** When and where, whatever the day. */
export const meetingDetails = {
  startsAt: requiredLine(MISSING_TIME, 20).transform((text, context) => {
    const time = parseTime(text);
    if (time !== undefined) return time;
    context.addIssue({ code: 'custom', message: MISSING_TIME });
    return z.NEVER;
  }),
  venue: requiredLine('Enter where the board meets', 200),
};
const details = {
  ...meetingDetails,
  updatesDue: optionalDate('Updates due', { planned: true }),
  papersIssued: optionalDate('Papers issued', { planned: true }),
};

export const addMeetingSchema = submission.extend({
  date: requiredDate('The date of the meeting', { planned: true }),
  ...details,
});
export type AddMeeting = z.infer<typeof addMeetingSchema>;

/** Once the day of a meeting has ended its form has no dates: they stay as they are. */
export const editMeetingSchema = basedOn.extend({
  date: optionalDate('The date of the meeting', { planned: true }),
  ...details,
});
export type EditMeeting = z.infer<typeof editMeetingSchema>;

export const cancelMeetingSchema = basedOn.extend({ reason: requiredText('Say why', 500) });
export type CancelMeeting = z.infer<typeof cancelMeetingSchema>;

/** A meeting's dates; null where nobody set another than the board's rule gives. */
export interface MeetingDates {
  date: PlainDate;
  updatesDue: PlainDate | null;
  papersIssued: PlainDate | null;
}

/** The board's rule, in working days before a meeting. */
export interface DeadlineRule {
  updatesDueDays: number;
  /** Clear days: neither the day of issue nor that of the meeting counts. */
  papersIssuedDays: number;
}

export interface Deadlines {
  updatesDue: PlainDate;
  papersIssued: PlainDate;
}

/** When updates are due and papers go out: as set by hand, else by the board's rule. */
export function deadlinesOf(dates: MeetingDates, rule: DeadlineRule): Deadlines {
  return {
    updatesDue: dates.updatesDue ?? workingDaysBefore(dates.date, rule.updatesDueDays),
    papersIssued: dates.papersIssued ?? clearWorkingDaysBefore(dates.date, rule.papersIssuedDays),
  };
}

/** True once the day of the meeting has ended in London. @param today there */
export function isOver(meeting: Pick<MeetingDates, 'date'>, today: PlainDate): boolean {
  return meeting.date < today;
}

export const MEETING_STATES = ['to_come', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Held is derived: the day has ended in London and it was not cancelled. */
export function meetingState(
  meeting: Pick<MeetingDates, 'date'> & { cancelled: boolean },
  today: PlainDate,
): MeetingState {
  if (meeting.cancelled) return 'cancelled';
  return isOver(meeting, today) ? 'held' : 'to_come';
}

type Refusal = Partial<Record<keyof MeetingDates, string>>;

/** Why these dates cannot be, by field; undefined when they can. */
export function refuseDates(dates: MeetingDates, rule: DeadlineRule): Refusal | undefined {
  const { updatesDue, papersIssued } = deadlinesOf(dates, rule);
  const meets = formatDate(dates.date);
  if (papersIssued > dates.date) {
    return { papersIssued: `Papers go out before the meeting on ${meets}, or on the day` };
  }
  if (updatesDue > dates.date) {
    return { updatesDue: `Updates are due before the meeting on ${meets}, or on the day` };
  }
  if (updatesDue > papersIssued) {
    return dates.updatesDue
      ? { updatesDue: `Updates are due before papers go out on ${formatDate(papersIssued)}` }
      : { papersIssued: `Papers go out after updates are due on ${formatDate(updatesDue)}` };
  }
  return undefined;
}

/** Why a meeting's dates cannot change to these; undefined when they can, or do not change. */
export function refuseChange(
  now: MeetingDates,
  wanted: MeetingDates,
  today: PlainDate,
): Refusal | undefined {
  const moved = now.date !== wanted.date;
  const changed =
    moved || now.updatesDue !== wanted.updatesDue || now.papersIssued !== wanted.papersIssued;
  if (changed && isOver(now, today)) {
    return { date: `It met on ${formatDate(now.date)}: the dates of a past meeting stay` };
  }
  if (moved && isOver(wanted, today)) {
    return {
      date: 'Choose today or a later day. A meeting that was held before is added, not moved',
    };
  }
  return undefined;
}
