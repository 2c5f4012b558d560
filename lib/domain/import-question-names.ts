import type { ImportQuestion } from './import-model';
import { shortHash } from './short-hash';

/** The name of a question's field: keys hold the words of the file, which no name can. */
export function questionField(key: string): string {
  return `q${shortHash(key)}`;
}

/**
 * The answers that a form gave, by the keys of the questions: what was chosen from a list goes
 * before words of one's own. What was left empty is not answered.
 */
export function answersByKey(
  questions: readonly ImportQuestion[],
  chosen: Readonly<Record<string, string | undefined>>,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ key, open, options }) => {
      const name = questionField(key);
      const listed = options.find(({ value }) => value === chosen[name])?.value;
      const said = listed || (open && own[name]) || '';
      return said ? [[key, said] as const] : [];
    }),
  );
}
