import { addDays, type PlainDate } from './dates';

export const SCHEDULE_STATES = [
  'overdue',
  'due_soon',
  'on_time',
  'ongoing',
  'no_date',
  'done',
  'done_late',
] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

export const SCHEDULE_NAMES: Record<ScheduleState, string> = {
  overdue: 'Overdue',
  due_soon: 'Due soon',
  on_time: 'On time',
  ongoing: 'Ongoing',
  no_date: 'No date',
  done: 'Done',
  done_late: 'Done late',
};

export interface Scheduled {
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  /** The day it was closed as complete, if it was. */
  completedOn: PlainDate | null;
}

/**
 * Where a local action stands against its own date (design, section 3). Only local actions have
 * a schedule: a national deadline never makes anything overdue. Due today is not yet overdue;
 * an ongoing action is overdue when its review date has passed.
 */
export function scheduleState(
  item: Scheduled,
  today: PlainDate,
  dueSoonDays: number,
): ScheduleState {
  const limit = item.dueDate ?? item.reviewDate;
  if (item.completedOn) return limit && item.completedOn > limit ? 'done_late' : 'done';
  if (!limit) return 'no_date';
  if (limit < today) return 'overdue';
  if (!item.dueDate) return 'ongoing';
  return limit <= addDays(today, dueSoonDays) ? 'due_soon' : 'on_time';
}
