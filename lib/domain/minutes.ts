import { z } from 'zod';
import { ANSWER_NAMES, type AttendanceAnswer } from './attendance';
import { formatDate, type PlainDate } from './dates';
import { type DecisionResult, RESULT_NAMES } from './decision';
import { basedOn, optionalLine, optionalText, requiredId } from './fields';
import { type BoardCapacity, CAPACITY_NAMES } from './membership';
import { readStored } from './stored';

const sectionsSchema = z.array(z.object({ heading: z.string(), words: z.string() }));
export type MinutesSection = z.infer<typeof sectionsSchema>[number];

/** The sections of minutes as they were saved. @throws Error when they are anything else */
export function readSections({ sections }: { sections: unknown }): MinutesSection[] {
  return readStored(sectionsSchema, sections, 'sections of minutes');
}

const section = z
  .object({ heading: optionalLine(120), words: optionalText(10_000) })
  .refine(({ heading, words }) => !words || heading, {
    path: ['heading'],
    message: 'Give this section a heading',
  });

export const saveMinutesSchema = basedOn.extend({
  sections: z
    .array(section)
    .max(60)
    .transform((sections) =>
      // What was left empty is no section.
      sections.flatMap(({ heading, words }) => (heading && words ? [{ heading, words }] : [])),
    )
    .refine(({ length }) => length > 0, 'Write at least one section'),
});
export type SaveMinutes = z.infer<typeof saveMinutesSchema>;

export const agreeMinutesSchema = basedOn.extend({
  meetingId: requiredId('Choose the meeting that agreed them'),
});
export type AgreeMinutes = z.infer<typeof agreeMinutesSchema>;

/** What the minutes of a meeting are drafted from. What is restricted comes without its words. */
export interface MinutesFacts {
  date: PlainDate;
  startsAt: string;
  venue: string;
  attendance: Array<{
    name: string;
    position: string;
    capacity: BoardCapacity;
    answer: AttendanceAnswer;
    deputy: string | null;
  }>;
  othersPresent: string | null;
  /** Words are null where the interest concerns something restricted. */
  declarations: Array<{ name: string; words: string | null; references: string[] }>;
  last: { date: PlainDate; agreed: boolean } | null;
  decisions: Array<{
    minuteReference: string;
    /** Null where it is about something restricted: then nothing more of it is given. */
    said: {
      /** 'A12 Open a second needle exchange'; null where it is about no item. */
      about: string | null;
      proposed: string | null;
      result: DecisionResult;
      words: string | null;
    } | null;
    /** When it was taken, for one taken under delegation and reported to the meeting. */
    delegatedOn: PlainDate | null;
    supersededBy: string | null;
  }>;
  actions: Array<{
    what: string;
    owner: string;
    dueDate: PlainDate | null;
    /** The meeting that opened it, for one that was carried forward. */
    from: PlainDate | null;
    done: string | null;
  }>;
  next: { date: PlainDate; startsAt: string; venue: string } | null;
}

export function minutesTitle(board: string, date: PlainDate): string {
  return `${board}: minutes of the meeting of ${formatDate(date)}`;
}

const list = (lines: readonly string[], none: string) =>
  lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : none;

function attended(facts: MinutesFacts): MinutesSection[] {
  const those = (answer: AttendanceAnswer) =>
    facts.attendance.filter((one) => one.answer === answer);
  const who = ({ name, position, capacity }: MinutesFacts['attendance'][number]) =>
    capacity === 'member'
      ? `${name}, ${position}`
      : `${name}, ${position} (${CAPACITY_NAMES[capacity].toLowerCase()})`;
  const deputies = facts.attendance.flatMap(({ name, deputy }) =>
    deputy ? [`${deputy}, deputy for ${name}`] : [],
  );
  const others = (facts.othersPresent ?? '').split('\n').flatMap((line) => line.trim() || []);
  const absent = those('absent').map(who);
  return [
    {
      heading: 'Present',
      words: list(
        [...those('present').map(who), ...deputies, ...others],
        'Nobody is recorded yet.',
      ),
    },
    { heading: ANSWER_NAMES.apologies, words: list(those('apologies').map(who), 'None.') },
    ...(absent.length > 0 ? [{ heading: ANSWER_NAMES.absent, words: list(absent, '') }] : []),
  ];
}

function declared({ name, words, references }: MinutesFacts['declarations'][number]): string {
  if (words === null) return `${name}: an interest in a restricted item`;
  return references.length > 0
    ? `${name}: ${words} (${references.join(', ')})`
    : `${name}: ${words}`;
}

function decision(one: MinutesFacts['decisions'][number]): string {
  const { minuteReference, said, delegatedOn, supersededBy } = one;
  const how = delegatedOn ? ` Taken under delegation on ${formatDate(delegatedOn)}.` : '';
  const later = supersededBy ? ` Superseded by ${supersededBy}.` : '';
  if (!said) return `${minuteReference}: a restricted item.${how}`;
  const asked = [said.about, said.proposed && `to ${said.proposed}`].filter(Boolean).join(': ');
  const result = `${RESULT_NAMES[said.result]}.${said.words ? ` ${said.words}` : ''}`;
  return `${minuteReference}: ${asked ? `${asked}. ` : ''}${result}${how}${later}`;
}

function action(one: MinutesFacts['actions'][number]): string {
  const due = one.dueDate ? `, by ${formatDate(one.dueDate)}` : '';
  const from = one.from ? ` Carried forward from ${formatDate(one.from)}.` : '';
  const done = one.done ? ` Done: ${one.done}` : '';
  return `${one.what} (${one.owner}${due}).${from}${done}`;
}

function lastMinutes({ last }: MinutesFacts): string {
  if (!last) return 'There is no earlier meeting.';
  const which = `The minutes of the meeting of ${formatDate(last.date)}`;
  return last.agreed ? `${which} were agreed.` : `${which} have not been agreed yet.`;
}

/** What an officer starts from: everything the record says about a meeting, in plain words. */
export function draftMinutes(facts: MinutesFacts): MinutesSection[] {
  const { date, startsAt, venue, next } = facts;
  return [
    { heading: 'Date and place', words: `${formatDate(date)} at ${startsAt}\n${venue}` },
    ...attended(facts),
    {
      heading: 'Declarations of interest',
      words: list(facts.declarations.map(declared), 'None.'),
    },
    { heading: 'Minutes of the last meeting', words: lastMinutes(facts) },
    // For what was said, which only people know.
    { heading: 'Matters discussed', words: '' },
    { heading: 'Decisions', words: list(facts.decisions.map(decision), 'None.') },
    { heading: 'Actions', words: list(facts.actions.map(action), 'None.') },
    {
      heading: 'Next meeting',
      words: next
        ? `${formatDate(next.date)} at ${next.startsAt}, ${next.venue}`
        : 'No date is set yet.',
    },
  ];
}

/** What a Word file of minutes holds. */
export interface MinutesDocument {
  title: string;
  /** 'Draft', or when they were agreed. */
  status: string;
  sections: readonly MinutesSection[];
}
