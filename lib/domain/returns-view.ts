import type { PlainDate } from './dates';
import type { MeetingView } from './meeting-view';
import type { ReturnGroup } from './returns';

/** What the read of returns hands to pages. */
export interface ReturnsView {
  meeting: MeetingView;
  /** The meeting held before it; null where there was none. */
  previous: { slug: string; date: PlainDate } | null;
  groups: ReturnGroup[];
  in: number;
  total: number;
}
