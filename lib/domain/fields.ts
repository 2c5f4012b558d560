import { z } from 'zod';
import { isPlainDate, type PlainDate } from './dates';
import { mendLine, mendText } from './mend-text';
import { dateWords, farQuestion, isFar, readTypedDay } from './typed-date';

function tooLong(limit: number) {
  const count = (characters: number) => characters.toLocaleString('en-GB');
  return {
    error: ({ input }: { input?: unknown }) =>
      `Use ${count(limit)} characters or fewer: these are ${count(String(input).length)}`,
  };
}

// PostgreSQL has no room for NUL in text, nor in JSON.
export const withoutNul = (text: string) => !text.includes('\u0000');
const AGAIN = 'Open the form again and resend it';

function neededText(missing: string, limit: number, mend: typeof mendText) {
  return (
    z
      .string({ error: missing })
      .transform(mend)
      // Where nothing but spaces was typed, conform takes it for nothing at all.
      .pipe(z.string({ error: missing }).min(1, missing).max(limit, tooLong(limit)))
  );
}

function possibleText(limit: number, mend: typeof mendText) {
  return z
    .string()
    .optional()
    .transform((text) => mend(text) || undefined)
    .pipe(z.string().max(limit, tooLong(limit)).optional());
}

/** Text that must be there, mended, with a limit in characters. */
export function requiredText(missing: string, limit: number) {
  return neededText(missing, limit, mendText);
}

/** Text that may be left empty; then undefined. */
export function optionalText(limit: number) {
  return possibleText(limit, mendText);
}

/** The same on one line: a title, a name, a headline. */
export function requiredLine(missing: string, limit: number) {
  return neededText(missing, limit, mendLine);
}

export function optionalLine(limit: number) {
  return possibleText(limit, mendLine);
}

/** No mark that cannot be seen: a name could pass for another. */
export function nameText(missing: string, limit: number) {
  return requiredLine(missing, limit).refine(
    (text) => !/[\u200b\u2060\ufeff]/.test(text),
    'Remove the characters that cannot be shown',
  );
}

/** What the page itself put into its form, as it was: anything else was put there by hand. */
export function ownValue(limit: number) {
  return z.string(AGAIN).max(limit, AGAIN).refine(withoutNul, AGAIN);
}

const box = z.string().optional().transform(dateWords);
const plainDate = z
  .string()
  .optional()
  .transform((text) => (text && isPlainDate(text) ? text : undefined));
const dateParts = z
  .object({
    day: box,
    month: box,
    year: box,
    /** The day on which the form was drawn: what is far off is told from there. */
    drawn: plainDate,
    /** The day that somebody says is right, though it is far off. */
    confirmed: plainDate,
  })
  .optional();

/** Whether a day lies ahead by what it is, so that one long ago is as odd as one far ahead. */
interface DateKind {
  planned?: boolean;
}

/** What to ask about a day that is more than ten years off; undefined where it is not, or was. */
function doubt(
  { drawn, confirmed }: NonNullable<z.output<typeof dateParts>>,
  label: string,
  date: PlainDate,
  { planned }: DateKind,
): string | undefined {
  if (!drawn || confirmed === date) return undefined;
  const far = isFar(date, drawn);
  const odd = far === 'ahead' || (far === 'behind' && planned);
  return odd ? farQuestion(label, date, drawn) : undefined;
}

function fromParts(
  parts: z.output<typeof dateParts>,
  label: string,
  kind: DateKind,
  context: z.RefinementCtx,
): PlainDate | undefined {
  const typed = readTypedDay(parts ?? {});
  if (!parts || typed.is === 'nothing') return undefined;
  const wrong =
    typed.is === 'date'
      ? doubt(parts, label, typed.date, kind)
      : typed.is === 'missing'
        ? `${label} must include ${typed.what}`
        : `${label}: ${typed.why}`;
  if (typed.is === 'date' && !wrong) return typed.date;
  context.addIssue({ code: 'custom', message: wrong });
  return z.NEVER;
}

/**
 * A day typed as three boxes (`name.day`, `name.month`, `name.year`). One that is more than ten
 * years off is asked about, until the form says of that very day that it is right.
 * @param label 'Due date'
 */
export function requiredDate(label: string, kind: DateKind = {}) {
  return dateParts.transform((parts, context) => {
    const date = fromParts(parts, label, kind, context);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: `Enter ${label.toLowerCase()}` });
    return z.NEVER;
  });
}

/** The same, or nothing at all. */
export function optionalDate(label: string, kind: DateKind = {}) {
  return dateParts.transform((parts, context) => fromParts(parts, label, kind, context)).optional();
}

/** An id from a select or a hidden field; `missing` is shown when none, or nonsense, came. */
export function requiredId(missing: string) {
  return z.string({ error: missing }).pipe(z.uuid(missing));
}

export const optionalId = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(z.uuid('Choose one from the list').optional());

/** One value or several of the same name. */
export function ids(message: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [value ?? []].flat().filter(Boolean))
    .pipe(z.array(z.uuid(message)).max(200));
}

/** What every form carries: its own id, so that a double click writes once. */
export const submission = z.object({ submissionId: z.uuid(AGAIN) });

/** And what forms carry that were drawn from a row: the number of that row. */
export const basedOn = submission.extend({
  basedOn: z.coerce.number(AGAIN).int().min(0),
});

/**
 * For a rule that needs two fields: it is said together with what else is missing, not only once
 * the rest of the form is right. Its test meets fields that were refused themselves.
 */
export function together(field: string, error: string) {
  return { path: [field], error, when: () => true };
}
