import { addDays, type PlainDate } from './dates';
import type { GridCell } from './import-grid';
import { financialStart, financialYear, monthOf, quarterOf } from './import-period';
import { saidWords } from './import-text';
import {
  DAY_SHAPES,
  dateWords,
  dayOf,
  fullYear,
  MONTH_WORD as MONTH,
  monthNumber,
  YEAR_WORD as YEAR,
} from './typed-date';

/** What a cell says of a day. */
export type ReadDate =
  | { is: 'empty' }
  /** `exact` where it says just that day, and nothing had to be understood. */
  | { is: 'date'; date: PlainDate; exact: boolean }
  | { is: 'ongoing'; review: PlainDate | null }
  /** Not understood; the days it may mean. */
  | { is: 'asked'; options: PlainDate[] };

interface Found {
  date: PlainDate;
  exact: boolean;
}

const YEARS = '(\\d{4}|\\d{2})\\s*[/\\-–]\\s*(\\d{4}|\\d{2})(?!\\d)';
const QUARTER = '(?:q|qtr|quarter)\\s*\\.?\\s*([1-4])';
const BETWEEN = '[\\s,:()\\-–]*(?:of\\s+)?(?:fy\\s*)?';

type Parts = ReadonlyArray<string | undefined>;
interface Shape {
  says: RegExp;
  day(parts: Parts): PlainDate | null;
  exact?: boolean;
}

const shape = (says: string, day: Shape['day'], exact = false): Shape => ({
  says: new RegExp(`^${says}`, 'i'),
  day,
  exact,
});

const quarterDay = (from = '', to = '', quarter = ''): PlainDate | null => {
  const start = financialStart(from, to);
  return start === null ? null : quarterOf(start, Number(quarter)).last;
};

/** What a day is written like, the longer before what it begins with. */
const SHAPES: readonly Shape[] = [
  ...DAY_SHAPES.map(({ says, numbers, exact }) =>
    shape(says, (parts) => dayOf(...numbers(parts)), exact),
  ),
  shape(
    `${MONTH}[\\s\\-]*${YEAR}`,
    ([m = '', y = '']) => monthOf(fullYear(y), monthNumber(m))?.last ?? null,
  ),
  shape(`${QUARTER}${BETWEEN}${YEARS}`, ([q, from, to]) => quarterDay(from, to, q)),
  shape(`${YEARS}${BETWEEN}${QUARTER}`, ([from, to, q]) => quarterDay(from, to, q)),
  shape(`(?:financial |fiscal )?(?:year[\\s-]?end|fy)\\s*${YEARS}`, ([from = '', to = '']) => {
    const start = financialStart(from, to);
    return start === null ? null : financialYear(start).last;
  }),
  shape(`(?:the )?(?:financial|fiscal) year\\s+${YEARS}`, ([from = '', to = '']) => {
    const start = financialStart(from, to);
    return start === null ? null : financialYear(start).last;
  }),
  shape('(\\d{4})\\s*[/–-]\\s*(\\d{4}|\\d{2})(?![\\d/.-])', ([from = '', to = '']) => {
    const start = financialStart(from, to);
    return start === null ? null : financialYear(start).last;
  }),
];

const SERIAL_START = '1899-12-30';

/** The day that Excel counts to: 1 January 2000 to the end of 2099. */
function serialDay(number: number): PlainDate | null {
  const whole = Math.floor(number);
  return whole >= 36_526 && whole <= 73_050 ? addDays(SERIAL_START, whole) : null;
}

/** Words that say no more than "by this day". */
const FILLER =
  /^(?:by|before|due|on|no later than|the|end|close|of|end of|until|to|date|target|complete[d]?(?: by)?|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Every day that a text names, and what is left of it without them. */
function daysIn(text: string): { found: Found[]; rest: string; bad: boolean } {
  const found: Found[] = [];
  let [rest, bad, at] = ['', false, 0];
  while (at < text.length) {
    const before = text[at - 1] ?? ' ';
    const here = /[\p{L}\p{N}]/u.test(before) ? '' : text.slice(at, at + 40);
    let length = 0;
    for (const { says, day, exact = false } of here ? SHAPES : []) {
      const match = says.exec(here);
      if (!match) continue;
      const date = day(match.slice(1));
      if (date) found.push({ date, exact: exact || /^\d+[/.-]\d+[/.-]\d{4}$/.test(match[0]) });
      else bad = true;
      length = match[0].length;
      break;
    }
    if (length === 0) rest += text[at];
    at += length || 1;
    if (length > 0) rest += ' ';
  }
  return { found, rest: rest.trim(), bad };
}

const ONGOING = /\bon-?\s?going\b|\bcontinuous(ly)?\b|\brolling\b|\bbusiness as usual\b|\bbau\b/;
const SEASON = /\b(spring|summer|autumn|winter)\s+(\d{4})\b/;
/** The last month of each season. */
const SEASON_END: Readonly<Record<string, number>> = {
  spring: 5,
  summer: 8,
  autumn: 11,
  winter: 2,
};

/** Days that vague words may mean. */
function guesses(text: string, today: PlainDate): PlainDate[] {
  const season = SEASON.exec(text);
  if (season) {
    const name = season[1] ?? '';
    const year = Number(season[2]) + (name === 'winter' ? 1 : 0);
    return [monthOf(year, SEASON_END[name] ?? 12)?.last ?? []].flat();
  }
  const year = /^(?:by |the )*(?:end of )?(20\d\d)$/.exec(text)?.[1];
  if (year) return [`${year}-12-31`, financialYear(Number(year)).last];
  // American order.
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (turned) {
    return [dayOf(fullYear(turned[3] ?? ''), Number(turned[1]), Number(turned[2])) ?? []].flat();
  }
  const month = new RegExp(`^(?:by |before |the )*(?:end of )?${MONTH}$`).exec(text)?.[1];
  if (!month) return [];
  const now = Number(today.slice(0, 4));
  const ends = [now, now + 1].map((y) => monthOf(y, monthNumber(month))?.last ?? today);
  return ends.filter((day) => day >= today).slice(0, 1);
}

/** Reads a day as people write it, in British order; vague words and several days are asked about. */
export function readDate(cell: GridCell | null, today: PlainDate): ReadDate {
  if (cell?.date) return { is: 'date', date: cell.date, exact: true };
  const text = saidWords(dateWords(cell?.text));
  if (!text || /^(n\/?a|-+|–|—|none)$/.test(text)) return { is: 'empty' };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const date = serialDay(cell?.number ?? Number(text));
    return date ? { is: 'date', date, exact: false } : { is: 'asked', options: [] };
  }
  const { found, rest, bad } = daysIn(text.slice(0, 200));
  const [first] = found;
  if (ONGOING.test(text)) {
    return found.length > 1
      ? { is: 'asked', options: found.map(({ date }) => date) }
      : { is: 'ongoing', review: first?.date ?? null };
  }
  const early = /\b(early|start|beginning|mid|middle)\b/.test(rest);
  const left = rest.split(/[\s,.;:()-]+/).filter((word) => word && !FILLER.test(word));
  if (first && found.length === 1 && !bad && left.length === 0 && !early) {
    return { is: 'date', date: first.date, exact: first.exact && /^[\d/. -]*$/.test(rest) };
  }
  const options = [...new Set(found.map(({ date }) => date))];
  return { is: 'asked', options: options.length > 0 ? options : guesses(text, today) };
}
