import { formatDate, formatInstant, type PlainDate } from '@/lib/domain/dates';

/** A day: '3 December 2026'. */
export function Day({ date }: { date: PlainDate }) {
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {formatDate(date)}
    </time>
  );
}

/** A moment, as London's clocks show it: '3 December 2026, 14:05'. */
export function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(at)}</time>;
}
