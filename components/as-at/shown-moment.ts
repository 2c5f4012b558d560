import { cache } from 'react';
import { keepAsAt } from '@/lib/domain/as-at';

/** One a request, on the server; scripts in the browser get an empty one each time. */
const shown = cache((): { asAt: string | null } => ({ asAt: null }));

/** Said by a page before it is drawn: its links then go on showing the same day. */
export function showMoment(asAt: { asked: string } | null): void {
  shown().asAt = asAt?.asked ?? null;
}

/** An address that keeps the moment the page shows, where the page it leads to can. */
export function keepMoment(href: string): string {
  return keepAsAt(href, shown().asAt);
}

/** What forms that search or filter carry on. */
export function shownMoment(): string | null {
  return shown().asAt;
}
