import type { PlainDate } from './dates';

/** What is recorded around a meeting, in a few words for its page. */
export interface MeetingRecordView {
  /** Null while no attendance is recorded. */
  attendance: { present: number; apologies: string[]; absent: number; declarations: number } | null;
  carried: number;
  opened: number;
  /** How many of both are open. */
  open: number;
  minutes: 'none' | 'draft' | { agreedOn: PlainDate };
}
