import { addDays, addMonths, isPlainDate, type PlainDate } from './dates';
import { dayOf, fullYear, MONTH_WORD, monthNumber } from './typed-date';

/** Days from the first to the last, both included. */
export interface Period {
  first: PlainDate;
  last: PlainDate;
}

/** A month from its first day to its last. @param month from 1 */
export function monthOf(year: number, month: number): Period | null {
  const first = dayOf(year, month, 1);
  return first ? { first, last: addDays(addMonths(first, 1), -1) } : null;
}

/** The financial year that begins on 1 April. */
export function financialYear(start: number): Period {
  return { first: `${start}-04-01`, last: `${start + 1}-03-31` };
}

/** A quarter of a financial year: the third of 2026/27 is October to December 2026. */
export function quarterOf(start: number, quarter: number): Period {
  const first = addMonths(`${start}-04-01`, (quarter - 1) * 3);
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** 2026 of '26/27', '2026-27' and '2026/2027'; null unless the second follows the first. */
export function financialStart(from: string, to: string): number | null {
  const [start, end] = [fullYear(from), fullYear(to)];
  return end === start + 1 ? start : null;
}

const YEARS = '(\\d{4}|\\d{2})\\s*[/\\-–]\\s*(\\d{4}|\\d{2})';
const QUARTER = '\\b(?:q(?:uarter|tr)?)\\s*\\.?\\s*([1-4])\\b';
const QUARTER_OF_YEARS = new RegExp(`${QUARTER}[\\s,:()of\\-–]*(?:fy\\s*)?${YEARS}(?!\\d)`, 'i');
const YEARS_THEN_QUARTER = new RegExp(`(?<!\\d)${YEARS}[\\s,:(\\-–]*${QUARTER}`, 'i');
const QUARTER_OF_YEAR = new RegExp(
  `${QUARTER}[\\s,:()of\\-–]*(?:fy\\s*)?(\\d{4}|\\d{2})(?![\\d/])`,
  'i',
);
const MONTH = new RegExp(`\\b${MONTH_WORD}\\s*['’]?\\s*(\\d{4}|\\d{2})(?!\\d)`, 'i');

/** The last time that a quarter has begun by a day. */
function latestQuarter(quarter: number, today: PlainDate): Period {
  const year = Number(today.slice(0, 4));
  const now = quarterOf(year, quarter);
  return now.first <= today ? now : quarterOf(year - 1, quarter);
}

/**
 * The time that the heading of a column names: 'Progress Q3 25/26', 'Update June 2026',
 * 'RAG 12.06.2026'; null where it names none. A quarter without a year is the last that has begun.
 */
export function periodOfHeading(words: string, today: PlainDate): Period | null {
  const heading = words.slice(0, 200);
  const quartered = QUARTER_OF_YEARS.exec(heading);
  if (quartered) {
    const start = financialStart(quartered[2] ?? '', quartered[3] ?? '');
    return start === null ? null : quarterOf(start, Number(quartered[1]));
  }
  const turned = YEARS_THEN_QUARTER.exec(heading);
  if (turned) {
    const start = financialStart(turned[1] ?? '', turned[2] ?? '');
    return start === null ? null : quarterOf(start, Number(turned[3]));
  }
  const day = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(heading);
  if (day) {
    const on = dayOf(fullYear(day[3] ?? ''), Number(day[2]), Number(day[1]));
    return on ? { first: on, last: on } : null;
  }
  const iso = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(heading)?.[0];
  if (iso && isPlainDate(iso)) return { first: iso, last: iso };
  const month = MONTH.exec(heading);
  if (month) return namedMonth(heading, month);
  const single = QUARTER_OF_YEAR.exec(heading);
  if (single) return quarterOf(fullYear(single[2] ?? ''), Number(single[1]));
  const alone = new RegExp(QUARTER, 'i').exec(heading);
  if (alone) return latestQuarter(Number(alone[1]), today);
  const years = new RegExp(`(?<!\\d)${YEARS}(?!\\d)`).exec(heading);
  const start = years && financialStart(years[1] ?? '', years[2] ?? '');
  return start ? financialYear(start) : null;
}

/** 'June 2026', or the day where one stands before it: '12 June 2026'. */
function namedMonth(heading: string, found: RegExpExecArray): Period | null {
  const [year, month] = [fullYear(found[2] ?? ''), monthNumber(found[1] ?? '')];
  const before = /(\d{1,2})(?:st|nd|rd|th)?\s*$/i.exec(heading.slice(0, found.index));
  const on = before && dayOf(year, month, Number(before[1]));
  return on ? { first: on, last: on } : monthOf(year, month);
}
