import { formatDate, type PlainDate } from './dates';

// Apart from the rules of meetings, which bring every bank holiday with them.

/** Where a meeting's page is. */
export function meetingPath(slug: string): string {
  return `/meetings/${slug}`;
}

/** What a meeting is called on its page and in titles. */
export function meetingTitle({ date }: { date: PlainDate }): string {
  return `Meeting of ${formatDate(date)}`;
}

/** True for what can be a meeting's address: its first date, and a number for a second that day. */
export function isMeetingSlug(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(-\d{1,4})?$/.test(text);
}
