import type { AttendanceAnswer } from './attendance';
import type { Author } from './author';
import type { PlainDate } from './dates';
import type { BoardCapacity } from './membership';

export interface AttendanceEntryView {
  personId: string;
  /** As they were called when it was recorded. */
  name: string;
  position: string;
  capacity: BoardCapacity;
  /** Null while nothing is recorded of them. */
  answer: AttendanceAnswer | null;
  deputy: string | null;
}

export interface DeclarationView {
  id: string;
  personId: string;
  name: string;
  /** Null, with no items, where it concerns something the reader may not see. */
  words: string | null;
  references: string[];
}

export interface AttendanceView {
  /** The version forms are based on; 0 before the first. */
  number: number;
  recorded: { at: string; author: Author | null } | null;
  date: PlainDate;
  cancelled: boolean;
  /** Its day has come: who was there can be recorded. */
  begun: boolean;
  entries: AttendanceEntryView[];
  othersPresent: string | null;
  declarations: DeclarationView[];
  mayManage: boolean;
}
