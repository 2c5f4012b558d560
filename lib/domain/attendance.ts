import { z } from 'zod';
import { formatDate, type PlainDate } from './dates';
import { basedOn, optionalId, optionalLine, optionalText } from './fields';
import { parseReference } from './item';

export const ATTENDANCE_ANSWERS = ['present', 'apologies', 'absent'] as const;
export type AttendanceAnswer = (typeof ATTENDANCE_ANSWERS)[number];
export const ANSWER_NAMES: Record<AttendanceAnswer, string> = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent, no apologies',
};

const entry = z
  .object({
    personId: z.uuid('Choose one from the list'),
    /** Left open before the meeting: nobody knows yet. */
    answer: z
      .enum(['', ...ATTENDANCE_ANSWERS], 'Choose one of these')
      .optional()
      .transform((answer) => answer || undefined),
    deputy: optionalLine(120),
  })
  .refine(({ answer, deputy }) => !deputy || answer === 'apologies' || answer === 'absent', {
    path: ['deputy'],
    message: 'A deputy comes in the place of somebody who is not there',
  });

/** 'R8, A12' as references; what is none is said. */
const references = optionalLine(200).transform((text, context) =>
  (text ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .flatMap((word) => {
      const reference = parseReference(word);
      if (reference) return [reference];
      context.addIssue({ code: 'custom', message: `${word} is no reference. Write them like R8` });
      return [];
    }),
);

const declaration = z
  .object({
    /** Kept from one version to the next; a new one gets its own. */
    id: optionalId,
    personId: optionalId,
    words: optionalText(1000),
    references,
  })
  .superRefine(({ personId, words, references: named }, context) => {
    if (!personId && (words || named.length > 0)) {
      context.addIssue({ code: 'custom', path: ['personId'], message: 'Choose who declared it' });
    }
    if (!words && (personId || named.length > 0)) {
      context.addIssue({ code: 'custom', path: ['words'], message: 'Say what they declared' });
    }
  });

export const recordAttendanceSchema = basedOn.extend({
  entries: z.array(entry).max(200).default([]),
  othersPresent: optionalText(2000),
  declarations: z.array(declaration).max(60).default([]),
});
export type RecordAttendance = z.infer<typeof recordAttendanceSchema>;

/**
 * Why what was said about who came cannot be, by field; undefined when it can. Apologies come
 * before the day of a meeting; who was there is known from that day on.
 */
export function refuseAttendance(
  form: Pick<RecordAttendance, 'entries' | 'othersPresent'>,
  date: PlainDate,
  today: PlainDate,
): Record<string, string> | undefined {
  if (date <= today) return undefined;
  const early = `The board meets on ${formatDate(date)}: before that day, record apologies only`;
  const refused = form.entries.flatMap(
    ({ answer }, index): Array<[string, string]> =>
      answer === 'present' || answer === 'absent' ? [[`entries[${index}].answer`, early]] : [],
  );
  if (form.othersPresent) refused.push(['othersPresent', early]);
  return refused.length > 0 ? Object.fromEntries(refused) : undefined;
}
