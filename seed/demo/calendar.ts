import { addDays, londonDay, londonInstant, type PlainDate } from '@/lib/domain/dates';
import type { Days } from './story';

const MORNING = 9 * 60 + 10;
const EVENING = 16 * 60 + 50;

/** Turns days before and after the seeding into dates on which people work. */
export class Calendar {
  readonly today: PlainDate;

  constructor(now: Date) {
    this.today = londonDay(now);
  }

  date(days: Days): PlainDate {
    return addDays(this.today, days);
  }

  /** That day, or the last one before it on which people work. */
  workingDay(days: Days): PlainDate {
    let date = this.date(days);
    while (['Sat', 'Sun'].includes(weekday(date)) || /-(12-2[56]|01-01)$/.test(date)) {
      date = addDays(date, -1);
    }
    return date;
  }

  /**
   * When the board meets: the Thursday on or before a day, or the day before where that is a
   * holiday. It moves by eight days at the most: what is said about a meeting leaves as many.
   */
  thursday(days: Days): PlainDate {
    let date = this.date(days);
    while (weekday(date) !== 'Thu') date = addDays(date, -1);
    while (/-(12-2[56]|01-01)$/.test(date)) date = addDays(date, -1);
    return date;
  }

  /** The start of the working day: where the register begins. */
  opening(days: Days): Date {
    return londonInstant(this.workingDay(days), 9 * 60);
  }
}

function weekday(date: PlainDate): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
}

/** Spreads what happens on one working day over its hours, in order. */
export function spread(day: PlainDate, count: number): Date[] {
  const step = Math.min(35, (EVENING - MORNING) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, index) =>
    londonInstant(day, MORNING + Math.floor(index * step)),
  );
}
