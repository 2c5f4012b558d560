import { formatDate, formatInstant, type PlainDate } from '@/lib/domain/dates';

/** A day: '2026-12-03' as "3 December 2026". */
export function Day({ date }: { date: PlainDate }) {
  return <time dateTime={date}>{formatDate(date)}</time>;
}

/** A moment, as London's clocks had it: "3 December 2026, 14:05". */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(at)}</time>;
}
