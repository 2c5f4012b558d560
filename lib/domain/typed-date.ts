import { addMonths, formatDate, isPlainDate, type PlainDate } from './dates';
import { mendLine } from './mend-text';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A month in words as a pattern holds it, in small letters: 'sept.', 'september'. */
export const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** A year of two digits or four: '’27', '2027'. */
export const YEAR_WORD = "['’]?(\\d{4}|\\d{2})(?!\\d)";
const ORDINAL = '(?:st|nd|rd|th)?';
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[\s.,]+/i;

type Numbers = readonly [year: number, month: number, day: number];

interface DayShape {
  says: string;
  /** Year, month and day, whether there is such a day or not. @param parts what the groups hold */
  numbers(parts: ReadonlyArray<string | undefined>): Numbers;
  /** Whether there is one way to read it: two numbers could be a month and a day. */
  exact: boolean;
}

/** The ways to write one day in full, in British order. */
export const DAY_SHAPES: readonly DayShape[] = [
  {
    says: '(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?:[t ]\\d{2}:\\d{2}\\S*)?(?!\\d)',
    numbers: ([y, , m, d]) => [Number(y), Number(m), Number(d)],
    exact: true,
  },
  {
    says: '(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?!\\d)',
    numbers: ([d, , m, y = '']) => [fullYear(y), Number(m), Number(d)],
    exact: false,
  },
  {
    says: `(\\d{1,2})${ORDINAL}(?: of)?[\\s\\-]*${MONTH_WORD},?[\\s\\-]*${YEAR_WORD}`,
    numbers: ([d, m = '', y = '']) => [fullYear(y), monthNumber(m), Number(d)],
    exact: true,
  },
  {
    says: `${MONTH_WORD}\\s+(\\d{1,2})${ORDINAL},?\\s+(\\d{4})(?!\\d)`,
    numbers: ([m = '', d, y]) => [Number(y), monthNumber(m), Number(d)],
    exact: true,
  },
];
/** What three boxes are when they are written into one: no spreadsheet's cell says it so. */
const SPACED: DayShape = {
  says: `(\\d{1,2})\\s+(\\d{1,2})\\s+${YEAR_WORD}`,
  numbers: ([d, m, y = '']) => [fullYear(y), Number(m), Number(d)],
  exact: false,
};
const WHOLE = [...DAY_SHAPES, SPACED].map(({ says, numbers }) => ({
  says: new RegExp(`^(?:${says})$`, 'i'),
  numbers,
}));

/** '27' → 2027, '2027' → 2027; NaN for what is no year. */
export function fullYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : Number.NaN;
}

/** 3, 03, Mar, Mar. and March; NaN for what is no month. */
export function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, '');
  const named = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  return word.length >= 3 && named >= 0 ? named + 1 : Number.NaN;
}

/** A day that exists; null for any other numbers. */
export function dayOf(year: number, month: number, day: number): PlainDate | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return isPlainDate(date) ? date : null;
}

/** Text as dates are read in it: digits of any width, one kind of hyphen, nothing unseen. */
export function dateWords(text: string | null | undefined): string {
  return mendLine(text)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .trim();
}

export interface TypedParts {
  day?: string;
  month?: string;
  year?: string;
}

/** What was typed of a day. */
export type TypedDay =
  | { is: 'nothing' }
  | { is: 'date'; date: PlainDate }
  /** @param what 'a day and a month' */
  | { is: 'missing'; what: string }
  /** With the reason in words, to go on after a colon. */
  | { is: 'wrong'; why: string };

const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Of what one box may hold: a weekday and a day in full have room. */
const LONGEST = 60;

/** Why there is no such day. */
function whyNone([year, month, day]: Numbers): string {
  if (!(month >= 1 && month <= 12)) return `there is no month ${month}`;
  if (!(year >= 1900 && year <= 2199)) return 'the year must be from 1900 to 2199';
  if (day < 1) return `there is no day ${day}`;
  const days = `${MONTHS[month - 1]} has ${lengthOf(year, month)} days`;
  return month === 2 && day === 29 ? `${year} is not a leap year: ${days}` : days;
}

const readNumbers = (numbers: Numbers): TypedDay => {
  const date = dayOf(...numbers);
  return date ? { is: 'date', date } : { is: 'wrong', why: whyNone(numbers) };
};

/** A day that one text says in full; null where it does not. */
function readWhole(text: string): TypedDay | null {
  const said = text.replace(WEEKDAY, '');
  for (const { says, numbers } of WHOLE) {
    const match = says.exec(said);
    if (match) return readNumbers(numbers(match.slice(1)));
  }
  return null;
}

const dayNumber = (text: string) =>
  Number(new RegExp(`^(?:the )?(\\d{1,2}) ?${ORDINAL}$`, 'i').exec(text)?.[1] ?? Number.NaN);
const yearNumber = (text: string) => fullYear(text.replace(/^['’]/, ''));

/** The numbers of three boxes, or why one of them is none. */
function readBoxes(day: string, month: string, year: string): TypedDay {
  const numbers: Numbers = [yearNumber(year), monthNumber(month), dayNumber(day)];
  const [y, m, d] = numbers;
  const why =
    (Number.isNaN(d) && 'the day must be a number, like 31') ||
    (Number.isNaN(m) && `there is no month “${month.slice(0, 20)}”`) ||
    (Number.isNaN(y) && 'the year must be four digits, like 2027');
  return why ? { is: 'wrong', why } : readNumbers(numbers);
}

/**
 * A day typed into three boxes, in whatever form people give the parts: '1st', 'Sept.', '27'. A
 * whole date pasted into one of them is taken, and so is one that runs over two.
 */
export function readTypedDay(typed: TypedParts): TypedDay {
  const said = [typed.day, typed.month, typed.year].map(dateWords);
  if (said.some((text) => text.length > LONGEST)) return { is: 'wrong', why: 'it is too long' };
  const boxes = said.map((text) => text.replace(/[.,;\s]+$/, ''));
  const [day = '', month = '', year = ''] = boxes;
  const filled = boxes.filter(Boolean);
  if (filled.length === 0) return { is: 'nothing' };
  const whole = filled.length < 3 ? readWhole(filled.join(' ')) : null;
  if (whole) return whole;
  const pasted = boxes.flatMap((text) => readWhole(text) ?? []);
  if (pasted.length > 0) {
    return { is: 'wrong', why: 'one box holds the whole date, so leave the others empty' };
  }
  const missing = [!day && 'a day', !month && 'a month', !year && 'a year'].filter(Boolean);
  return missing.length > 0
    ? { is: 'missing', what: missing.join(' and ') }
    : readBoxes(day, month, year);
}

const FAR = 10 * 12;

/** More than ten years ahead of a day, or behind it. */
export function isFar(date: PlainDate, today: PlainDate): 'ahead' | 'behind' | null {
  if (date > addMonths(today, FAR)) return 'ahead';
  return date < addMonths(today, -FAR) ? 'behind' : null;
}

/** All years that one slip of the keyboard turns into this one, the likelier slips first. */
function slips(year: string): string[] {
  const swapped = [0, 1, 2].map(
    (at) => year.slice(0, at) + year[at + 1] + year[at] + year.slice(at + 2),
  );
  const mistyped = [0, 1, 2, 3].flatMap((at) =>
    [...'0123456789'].map((digit) => year.slice(0, at) + digit + year.slice(at + 1)),
  );
  return [...swapped, `20${year.slice(2)}`, ...mistyped];
}

/** The same day in the year that was probably meant: 2072 → 2027. Null where none is likely. */
export function likelyDay(date: PlainDate, today: PlainDate): PlainDate | null {
  const [now, rest] = [Number(today.slice(0, 4)), date.slice(4)];
  const year = slips(date.slice(0, 4)).find((one) => {
    const near = Number(one) >= now && Number(one) <= now + 10 && one !== date.slice(0, 4);
    return near && isPlainDate(one + rest) && !isFar(one + rest, today);
  });
  return year === undefined ? null : year + rest;
}

/** What is asked about a day that is far off. @param label 'Due date' */
export function farQuestion(label: string, date: PlainDate, today: PlainDate): string {
  const likely = likelyDay(date, today);
  return likely
    ? `${label} is ${formatDate(date)}. Did you mean ${likely.slice(0, 4)}?`
    : `${label} is ${formatDate(date)}, more than ten years from now. Is that right?`;
}
