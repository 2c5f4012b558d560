import type { z } from 'zod';

/**
 * What was stored, as its schema has it: a type alone is a wish. What the schema does not name is
 * left out.
 * @param what it is, for the error: 'setup of an upload'
 * @throws Error that says where it is otherwise, and never what stands there
 */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  stored: unknown,
  what: string,
): z.output<Schema> {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const wrong = read.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'as a whole'}: ${message}`);
  throw new Error(`The ${what} is not what it should be: ${wrong.join('; ')}`);
}
