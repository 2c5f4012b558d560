import { formatDate, formatInstant, type PlainDate } from '@/lib/domain/dates';

/** The day stays with its month where a narrow column breaks the line. */
function bound(text: string): string {
  return text.replace(' ', '\u00a0');
}

/** A day: '2026-12-03' as "3 December 2026". */
export function Day({ date }: { date: PlainDate }) {
  return <time dateTime={date}>{bound(formatDate(date))}</time>;
}

/** A moment, as London's clocks had it: "3 December 2026, 14:05". */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{bound(formatInstant(at))}</time>;
}
