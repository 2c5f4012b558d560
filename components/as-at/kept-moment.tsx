import { shownMoment } from './shown-moment';

/** In a form that searches or filters: it goes on showing the same day. */
export function KeptMoment() {
  const asAt = shownMoment();
  return asAt && <input type="hidden" name="as-at" value={asAt} />;
}
