import { addMonths, formatDate, type PlainDate } from './dates';
import { readDate } from './import-date';
import { type Draft, questionKey, quoted } from './import-draft';
import type { ImportField } from './import-model';
import { readFill, readRag } from './import-rag';
import { PICKABLE_RAG, type PickableRag, RAG_NAMES } from './rag';
import { isFar, likelyDay } from './typed-date';

/** The answer that keeps what a file says as a note, and does nothing else with it. */
export const NOTE = 'note';
const keepsNote = { value: NOTE, label: 'Nothing: keep the words as a note' };

export type SaidDate =
  | { is: 'none' | 'waits' }
  | { is: 'date'; date: PlainDate; understood: string | null }
  | { is: 'ongoing'; review: PlainDate; understood: string | null };

/**
 * The day that a cell says; asked where it does not say one plainly.
 * @param review the day in the review column, for what is ongoing
 */
export function dateSaid(
  draft: Draft,
  field: 'due' | 'review' | 'firstDue',
  review: PlainDate | null = null,
): SaidDate {
  const { facts } = draft.reading;
  const text = draft.text(field);
  const read = readDate(draft.cell(field), facts.today);
  if (read.is === 'empty') return { is: 'none' };
  const doubted = read.is === 'date' && isDoubted(draft, read.date);
  if (read.is === 'date' && read.exact && !doubted) {
    return { is: 'date', date: read.date, understood: null };
  }
  const ongoing = read.is === 'ongoing';
  if (ongoing && review)
    return { is: 'ongoing', review, understood: `${quoted(text)}, with its review date` };
  // It is so already.
  const { item } = draft;
  if (ongoing && !read.review && item?.reviewDate && !item.dueDate) return { is: 'none' };
  const days = daysMeant(draft, field, read);
  const day = doubted ? null : read.is === 'date' ? read.date : ongoing ? read.review : null;
  const answer = draft.ask(field, questionKey('date', text), () => ({
    about: 'date',
    asks: ongoing
      ? `${quoted(text)}: on which day is it looked at again?`
      : read.is === 'date' && doubted
        ? `${quoted(formatDate(read.date))} is more than ten years off: which day is meant?`
        : `Which day is ${quoted(text)}?`,
    said: text,
    options: [...days.map((date) => ({ value: date, label: formatDate(date) })), keepsNote],
    open: true,
    otherwise: day,
  }));
  if (answer === null) return { is: 'waits' };
  if (answer === NOTE) {
    draft.keep(field);
    return { is: 'none' };
  }
  const given = readDate({ text: answer }, facts.today);
  if (given.is !== 'date') {
    draft.problem(field, `${quoted(answer)} is not a day: enter one like 31 3 2027`);
    return { is: 'waits' };
  }
  const understood = `${quoted(text)} is read as ${formatDate(given.date)}`;
  return ongoing
    ? { is: 'ongoing', review: given.date, understood }
    : { is: 'date', date: given.date, understood };
}

/** Whether a day is so far off that it is asked about, as forms do; not one that stands already. */
function isDoubted({ item, base, reading }: Draft, date: PlainDate): boolean {
  const stands = [item, base].flatMap((one) => [one?.dueDate, one?.reviewDate, one?.firstDueDate]);
  return isFar(date, reading.facts.today) !== null && !stands.includes(date);
}

/** Days that words may mean, the likely ones first; the next meetings where they speak of one. */
function daysMeant(
  draft: Draft,
  field: ImportField,
  read: ReturnType<typeof readDate>,
): PlainDate[] {
  const { facts } = draft.reading;
  if (read.is === 'date') {
    const likely = isDoubted(draft, read.date) && likelyDay(read.date, facts.today);
    return likely ? [likely, read.date] : [read.date];
  }
  if (read.is === 'ongoing') {
    const soon = [3, 6, 12].map((months) => addMonths(facts.today, months));
    return read.review ? [read.review, ...soon] : soon;
  }
  const meets = /\b(meeting|board)\b/i.test(draft.text(field));
  const next = meets ? facts.meetings.filter((day) => day >= facts.today).slice(0, 3) : [];
  return [...(read.is === 'asked' ? read.options : []), ...next];
}

export type SaidRag =
  | { is: 'none' | 'waits' | 'open' | 'not_rated' | 'note' }
  | { is: 'rag'; rag: PickableRag; understood: string | null }
  | { is: 'complete'; finishedOn: PlainDate | null; understood: string | null };

const RAG_OPTIONS = [
  ...PICKABLE_RAG.map((rag): { value: string; label: string } => ({
    value: rag,
    label: RAG_NAMES[rag],
  })),
  { value: 'complete', label: 'Complete: propose to close it' },
];
const isPickable = (value: string): value is PickableRag =>
  (PICKABLE_RAG as readonly string[]).includes(value);

/** The status that a cell says, by its words, or by its colour where it has none. */
export function ragSaid(draft: Draft, field: 'rag' | 'standing'): SaidRag {
  const text = draft.text(field);
  const fill = draft.cell(field)?.fill;
  if (text === '') return field === 'rag' && fill ? colourSaid(draft, fill) : { is: 'none' };
  const read = readRag(text);
  if (read.is === 'empty') return { is: 'none' };
  if (read.is === 'rag' && read.exact) return { is: 'rag', rag: read.rag, understood: null };
  if (read.is === 'not_rated') return { is: 'not_rated' };
  if (read.is === 'open' && field === 'standing') return { is: 'open' };
  const standing = field === 'standing';
  const otherwise = read.is === 'rag' ? read.rag : read.is === 'complete' ? 'complete' : null;
  const answer = draft.ask(field, questionKey(standing ? 'standing' : 'rag', text), () => ({
    about: 'rag',
    asks: standing
      ? `How does it stand where the file says ${quoted(text)}?`
      : `Which RAG status is ${quoted(text)}?`,
    said: text,
    options: [
      ...RAG_OPTIONS,
      ...(standing ? [{ value: 'open', label: 'Open, and no RAG status' }] : []),
      keepsNote,
    ],
    open: false,
    otherwise,
  }));
  const finishedOn = read.is === 'complete' ? read.finishedOn : null;
  return answered(answer, quoted(text), finishedOn);
}

function colourSaid(draft: Draft, fill: string): SaidRag {
  const answer = draft.ask('rag', `fill ${fill}`, () => ({
    about: 'fill',
    asks: 'Which RAG status is this colour?',
    said: fill,
    options: [...RAG_OPTIONS, { value: NOTE, label: 'None: the colour says nothing' }],
    open: false,
    otherwise: readFill(fill),
  }));
  return answer === NOTE ? { is: 'none' } : answered(answer, `The colour ${fill}`, null);
}

function answered(answer: string | null, said: string, finishedOn: PlainDate | null): SaidRag {
  if (answer === null) return { is: 'waits' };
  if (answer === 'complete')
    return { is: 'complete', finishedOn, understood: `${said} is read as complete` };
  if (isPickable(answer)) {
    return { is: 'rag', rag: answer, understood: `${said} is read as ${RAG_NAMES[answer]}` };
  }
  return { is: answer === 'open' ? 'open' : 'note' };
}
