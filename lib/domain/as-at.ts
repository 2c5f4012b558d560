import { addDays, isPlainDate, londonInstant, type PlainDate } from './dates';
import { isMeetingSlug } from './meeting-name';

/** What an address asks to see: the end of a day, or of the day of a meeting. */
export type AsAtAsked = { day: PlainDate } | { meeting: string };

/** '2026-06-25' or 'meeting:2026-09-17'; null for anything else. */
export function parseAsAt(text: string): AsAtAsked | null {
  const asked = text.trim();
  if (isPlainDate(asked)) return { day: asked };
  const slug = /^meeting:(.+)$/.exec(asked)?.[1];
  return slug !== undefined && isMeetingSlug(slug) ? { meeting: slug } : null;
}

/** How an address asks for the end of a meeting's day. */
export function asAtMeeting(slug: string): string {
  return `meeting:${slug}`;
}

/** The last moment of a day in London, whether it has 23, 24 or 25 hours. */
export function endOfDay(day: PlainDate): Date {
  return new Date(londonInstant(addDays(day, 1), 0).getTime() - 1);
}

/** The dashboard, registers and their files, items and histories, what sorts them, and meetings: what can be seen as at a day. */
const KEEPS = new RegExp(
  `^/(${[
    'challenges|questions|sources|groupings|objectives',
    '(recommendations|commitments|local-actions)(\\.(xlsx|csv)|/[a-z]+\\d[a-z0-9.]*(/history)?)?',
    'meetings/(members|actions|\\d{4}-[\\d-]+(/(attendance|actions|minutes))?)',
  ].join('|')})?(?=[?#]|$)`,
  'i',
);

/** An address that goes on showing the same day, where the page it leads to can. */
export function keepAsAt(href: string, asAt: string | null): string {
  if (asAt === null || !KEEPS.test(href)) return href;
  const [address = '', hash] = href.split('#');
  const [path, query] = address.split('?');
  const search = new URLSearchParams(query);
  search.set('as-at', asAt);
  return `${path}?${search}${hash === undefined ? '' : `#${hash}`}`;
}
