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
