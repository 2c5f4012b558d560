import { parseReference } from './item';
import { mendText } from './mend-text';

const WORDS = /\b(recommendations?|recs?\.?|commitments?|nos?\.?|numbers?|and)\b/gi;
/** Nobody lists more in a cell; a slip such as 'R1-R9999' names none. */
const WIDEST = 60;

/**
 * The references that a cell lists: 'R5, 7 & 11' → R5, R7, R11; 'Rec 5' → R5; 'R5-R7' → R5, R6,
 * R7. A number takes the letters of the one before it.
 * @param prefix of a number that has none before it
 * @returns what is no reference as `unknown`, as the file says it
 */
export function readReferences(
  text: string,
  prefix = 'R',
): { references: string[]; unknown: string[] } {
  const references = new Set<string>();
  const unknown: string[] = [];
  if (/^(n\/?a|-+|–|—|none|)$/i.test(mendText(text))) return { references: [], unknown };
  let letters = prefix;
  const parts = mendText(text)
    .replace(WORDS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\b([A-Z]{1,4})\s+(?=\d)/gi, '$1')
    .replace(/\s*(?:[-–—]|\bto\b)\s*(?=[A-Z]{0,4}\d)/gi, '-')
    .split(/[\s,;&/+]+/)
    .filter(Boolean);
  for (const part of parts) {
    const said = /^([A-Z]{0,4})(\d[\d.]*)(?:-([A-Z]{0,4})(\d+))?\.?$/i.exec(part);
    if (!said) {
      unknown.push(part);
      continue;
    }
    const [, first = '', from = '', second = '', to] = said;
    letters = first.toUpperCase() || letters;
    const wide = to === undefined ? 0 : Number(to) - Number(from);
    const one = parseReference(`${letters}${from.replace(/\.$/, '')}`);
    const other = second && second.toUpperCase() !== letters;
    if (!one || other || wide < 0 || wide > WIDEST || (wide > 0 && from.includes('.'))) {
      unknown.push(part);
      continue;
    }
    for (let step = 0; step <= wide; step += 1) {
      references.add(step === 0 ? one : `${letters}${Number(from) + step}`);
    }
  }
  return { references: [...references], unknown };
}

/** The reference that a cell is: 'a 12' → 'A12'; a bare number takes the prefix, if there is one. */
export function readReference(text: string, prefix: string | null): string | undefined {
  const plain = mendText(text)
    .replace(/^(recommendation|rec\.?|commitment|action|no\.?)\s*(?=[A-Z]{0,4}\s*\d)/i, '')
    .replace(/\s+/g, '');
  if (prefix && /^\d{1,3}\.?$/.test(plain))
    return parseReference(`${prefix}${Number(plain.replace('.', ''))}`);
  return parseReference(plain);
}
