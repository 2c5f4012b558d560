import type { Author } from './author';
import type { PlainDate } from './dates';
import type { MeetingActionEventKind, MeetingActionState } from './meeting-action';

export interface MeetingActionView {
  id: string;
  /** Counts up within its meeting. */
  number: number;
  what: string;
  owner: { id: string; name: string; position: string };
  dueDate: PlainDate | null;
  overdue: boolean;
  state: MeetingActionState;
  /** The meeting that opened it. */
  meeting: { slug: string; date: PlainDate };
  events: Array<{ kind: MeetingActionEventKind; words: string; at: string; author: Author | null }>;
  may: { close: boolean; manage: boolean };
}

export interface MeetingActionsView {
  date: PlainDate;
  cancelled: boolean;
  /** Its day has come: actions can be opened at it. */
  begun: boolean;
  /** Opened at an earlier meeting and open still when this one began. */
  carried: MeetingActionView[];
  opened: MeetingActionView[];
  mayManage: boolean;
}
