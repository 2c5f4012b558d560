import { z } from 'zod';
import { isPlainDate, type PlainDate } from './dates';

function tooLong(limit: number) {
  const count = (characters: number) => characters.toLocaleString('en-GB');
  return {
    error: ({ input }: { input?: unknown }) =>
      `Use ${count(limit)} characters or fewer: these are ${count(String(input).length)}`,
  };
}

// PostgreSQL has no room for NUL in text, nor in JSON.
export const withoutNul = (text: string) => !text.includes('\u0000');
export const UNSHOWN = 'Remove the characters that cannot be shown';
const AGAIN = 'Open the form again and resend it';

/** Text that must be there, trimmed, CRLF folded to LF, with a limit in characters. */
export function requiredText(missing: string, limit: number) {
  return (
    z
      .string({ error: missing })
      .transform((text) => text.replace(/\r\n?/g, '\n').trim())
      // Where nothing but spaces was typed, conform takes it for nothing at all.
      .pipe(
        z
          .string({ error: missing })
          .min(1, missing)
          .max(limit, tooLong(limit))
          .refine(withoutNul, UNSHOWN),
      )
  );
}

/** No mark that cannot be seen, or turns round what follows: a name could pass for another. */
export function nameText(missing: string, limit: number) {
  return requiredText(missing, limit).refine(
    (text) => !/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/.test(text),
    UNSHOWN,
  );
}

/** Text that may be left empty; then undefined. */
export function optionalText(limit: number) {
  return z
    .string()
    .optional()
    .transform((text) => text?.replace(/\r\n?/g, '\n').trim() || undefined)
    .pipe(z.string().max(limit, tooLong(limit)).refine(withoutNul, UNSHOWN).optional());
}

/** What somebody typed that is taken as it is, neither trimmed nor folded. */
export function typedText(limit: number) {
  return z.string().max(limit, tooLong(limit)).refine(withoutNul, UNSHOWN);
}

/** What the page itself put into its form, as it was: anything else was put there by hand. */
export function ownValue(limit: number) {
  return z.string(AGAIN).max(limit, AGAIN).refine(withoutNul, AGAIN);
}

const dateParts = z
  .object({
    day: z.string().optional(),
    month: z.string().optional(),
    year: z.string().optional(),
  })
  .optional();

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** 3, 03, Mar and March; NaN for what is no month. */
export function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const named = MONTHS.findIndex((name) => name.startsWith(text.toLowerCase()));
  return text.length >= 3 && named >= 0 ? named + 1 : Number.NaN;
}

function fromParts(
  parts: z.infer<typeof dateParts>,
  label: string,
  context: z.RefinementCtx,
): PlainDate | undefined {
  const [day, month, year] = [parts?.day, parts?.month, parts?.year].map((x) => x?.trim() ?? '');
  if (!day && !month && !year) return undefined;
  const missing = [!day && 'a day', !month && 'a month', !year && 'a year'].filter(Boolean);
  if (missing.length > 0) {
    context.addIssue({ code: 'custom', message: `${label} must include ${missing.join(' and ')}` });
    return z.NEVER;
  }
  const date = [year, monthNumber(month ?? ''), day]
    .map((x, i) => String(x).padStart(i ? 2 : 4, '0'))
    .join('-');
  if (!isPlainDate(date)) {
    context.addIssue({
      code: 'custom',
      message: `${label} must be a real date, like 31 3 2027`,
    });
    return z.NEVER;
  }
  return date;
}

/** A day typed as three boxes (`name.day`, `name.month`, `name.year`). @param label 'Due date' */
export function requiredDate(label: string) {
  return dateParts.transform((parts, context) => {
    const date = fromParts(parts, label, context);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: `Enter ${label.toLowerCase()}` });
    return z.NEVER;
  });
}

/** The same, or nothing at all. */
export function optionalDate(label: string) {
  return dateParts.transform((parts, context) => fromParts(parts, label, context)).optional();
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

/** Only http and https: no javascript:, data: or file: ever becomes a link. */
export function webAddress(missing: string) {
  return requiredText(missing, 2000).refine((text) => {
    // 'https:example.org' is an address to URL, and a page of ours to a browser on one of ours.
    if (!/^https?:\/\//i.test(text)) return false;
    try {
      const { protocol, hostname } = new URL(text);
      return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
    } catch {
      return false;
    }
  }, 'Enter a web address that starts with https:// or http://');
}

export function optionalWebAddress() {
  return z
    .string()
    .optional()
    .transform((text) => text?.trim() || undefined)
    .pipe(webAddress('Enter a web address').optional());
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
