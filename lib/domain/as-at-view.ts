import type { PlainDate } from './dates';

/** The moment a page shows, and how its address says so. */
export interface AsAtView {
  /** What addresses carry on: '2026-06-25', 'meeting:2026-09-17'. */
  asked: string;
  day: PlainDate;
  /** The meeting whose day it is, where the address asked for one. */
  meeting: { slug: string; date: PlainDate } | null;
}

/** What can be asked for. */
export interface AsAtChoices {
  /** The first day the register has anything of; null while it is empty. */
  start: PlainDate | null;
  today: PlainDate;
  /** Meetings that were held, newest first. */
  meetings: Array<{ slug: string; date: PlainDate }>;
}
