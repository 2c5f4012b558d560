import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demandSearch } from '@/lib/domain/address-query';

const FOLDER = path.resolve('lib/domain');

/** Every schema that lib/domain hands out, so that a new one cannot be forgotten. */
async function schemas(): Promise<Array<[string, z.ZodType]>> {
  const found: Array<[string, z.ZodType]> = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const module: Record<string, unknown> = await import(path.join(FOLDER, file));
    for (const [name, value] of Object.entries(module)) {
      if (name.endsWith('Schema') && value instanceof z.ZodType) found.push([name, value]);
    }
  }
  return found;
}

type Path = readonly string[];

/** What a schema is sent, through whatever is done to it afterwards. */
function sent(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) {
    return sent(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodNullable
  ) {
    return sent(schema.unwrap());
  }
  return schema;
}

/** The key that a record takes: whichever of these its own schema lets through. */
const KEYS = ['R1', '1', 'm1', 'q1', '0190a5a0-0000-7000-8000-000000000001', 'any'];

interface Field {
  at: Path;
  /** The value's own schema, with what is done to it afterwards. */
  own: z.core.$ZodType;
}

/** All single values of a form. A list is filled at its first place. */
function fields(schema: z.core.$ZodType, at: Path = []): Field[] {
  const inner = sent(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, one]) => fields(one, [...at, name]));
  }
  if (inner instanceof z.ZodArray) return fields(inner.element, [...at, '0']);
  if (inner instanceof z.ZodRecord) {
    const key = KEYS.find((one) => z.safeParse(inner.keyType, one).success);
    if (!key) throw new Error(`No key is known for the record at ${at.join('.')}`);
    return fields(inner.valueType, [...at, key]);
  }
  if (inner instanceof z.ZodDiscriminatedUnion || inner instanceof z.ZodUnion) {
    const all = inner.options.flatMap((one) => fields(one, at));
    return [...new Map(all.map((one) => [one.at.join('.'), one])).values()];
  }
  return [{ at, own: schema }];
}

/** Read as a flag: whatever else it holds means no, and is not kept. */
const FLAGS = /^(paragraphSchema|ownParagraphSchema) public$/;
/** Only ever hashed, or an address that is followed: never in a row. */
const NEVER_KEPT = / (password|again|present|to)$/;

/** Only ever compared with what is known: whatever else it holds means nothing. */
const COMPARED =
  /^(tableSchema sheet|applySchema fingerprint|\w+ (seen|columns(\.0)?|theme\.0|key-area\.0|objective\.0))$/;
/** What PostgreSQL has no room for; other controls; line ends of other days; what is no text. */
const NO_TEXT = ['\u0000', '\u0007', '\u000b', '\u0085', '\u2028', '\ufffe', '\ud800', '\u{1ffff}'];

/** Words to look for, which are handed back with the refusal. */
const SEARCHED = /^(activityQuerySchema subject|(people|register)QuerySchema q)$/;

/** A form with nothing in it but one value. */
function formWith([first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  const inner = formWith(rest, value);
  return first === '0' ? [inner] : { [first]: inner };
}

const within = (data: unknown, value: string) =>
  (JSON.stringify(data) ?? '').includes(JSON.stringify(value).slice(1, -1));

/** Whether a value is refused at its field, or left out of what the schema makes of the form. */
function keptOut(schema: z.ZodType, { at }: Field, value: string): boolean {
  const parsed = schema.safeParse(formWith(at, value));
  if (parsed.success) return !within(parsed.data, value);
  return parsed.error.issues.some(({ path: where }) =>
    where.every((name, index) => index >= at.length || String(name) === at[index]),
  );
}

/** The same where the rest of the form is missing, and what is left of the value is not told. */
function keptOutOrMended(schema: z.ZodType, field: Field, value: string): boolean {
  const alone = z.safeParse(field.own, value);
  return keptOut(schema, field, value) || (alone.success && !within(alone.data, value));
}

const all = await schemas();
const cases = all.flatMap(([name, schema]) =>
  fields(schema).map((one) => ({ field: `${name} ${one.at.join('.')}`, schema, one })),
);
const typed = cases.filter(({ field }) => !FLAGS.test(field));
const kept = typed.filter(({ field }) => !NEVER_KEPT.test(field));
const words = kept.filter(({ field }) => !COMPARED.test(field));

describe('every field of every form', () => {
  test('is found', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(cases.length).toBeGreaterThan(300);
  });

  const TOO_MUCH = 'a'.repeat(1_000_000);

  test.each(typed.filter(({ field }) => !SEARCHED.test(field)))(
    '$field: a million characters are refused',
    ({ schema, one }) => expect(keptOutOrMended(schema, one, TOO_MUCH)).toBe(true),
  );

  test.each(typed.filter(({ field }) => SEARCHED.test(field)))(
    '$field: a million characters are refused where they are looked for',
    ({ schema, one }) => {
      const { q, subject } = schema.parse(formWith(one.at, TOO_MUCH)) as Record<string, string>;
      expect(() => demandSearch(q ?? subject ?? '', 'q')).toThrow(/200 characters or fewer/);
    },
  );

  test.each(kept)('$field: what PostgreSQL has no room for is kept out', ({ schema, one }) => {
    for (const value of ['a\u0000b', 'https://example.org/\u0000', `${'a'.repeat(12)}\u0000`]) {
      expect(keptOutOrMended(schema, one, value)).toBe(true);
    }
  });

  test.each(words)('$field: what is no text is mended or refused', ({ schema, one }) => {
    for (const character of NO_TEXT) {
      for (const value of [`a${character}b`, `https://example.org/${character}`, character]) {
        expect(keptOutOrMended(schema, one, value), JSON.stringify(value)).toBe(true);
      }
    }
  });
});
