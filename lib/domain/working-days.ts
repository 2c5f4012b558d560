import Holidays from 'date-holidays';
import { addDays, type PlainDate } from './dates';

/** Bank holidays of England, one-off ones included; outside its years there are none. */
const england = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
const named = new Map<string, Map<PlainDate, string>>();

function bankHolidays(year: string): Map<PlainDate, string> {
  const known = named.get(year);
  if (known) return known;
  const days = new Map(
    england.getHolidays(Number(year)).map(({ date, name }) => [date.slice(0, 10), name] as const),
  );
  named.set(year, days);
  return days;
}

/** Why nobody works on a day: 'a Saturday', 'Good Friday'. Null on a working day. */
export function dayOff(date: PlainDate): string | null {
  const holiday = bankHolidays(date.slice(0, 4)).get(date);
  if (holiday) return holiday;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return 'a Saturday';
  return weekday === 0 ? 'a Sunday' : null;
}

/** The working day that comes a number of working days before a day; 0 is the day itself. */
export function workingDaysBefore(date: PlainDate, days: number): PlainDate {
  let found = date;
  for (let left = days; left > 0; ) {
    found = addDays(found, -1);
    if (dayOff(found) === null) left -= 1;
  }
  return found;
}

/** The last working day that leaves a number of whole working days between it and a day. */
export function clearWorkingDaysBefore(date: PlainDate, days: number): PlainDate {
  return workingDaysBefore(date, days + 1);
}
