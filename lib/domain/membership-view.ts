import type { PlainDate } from './dates';
import type { BoardCapacity } from './membership';
import type { PersonName } from './view';

export interface SeatView extends PersonName {
  /** The row that stands; forms are based on it. */
  number: number;
  capacity: BoardCapacity;
  from: PlainDate;
  until: PlainDate | null;
}

export interface MembershipView {
  /** Chair first. */
  members: SeatView[];
  /** Those to come, then those who left. */
  others: SeatView[];
  mayManage: boolean;
}
