import { mendCharacters } from '@/lib/domain/mend-text';
import { glyphs } from './glyphs';

const ALWAYS = /[\p{Default_Ignorable_Code_Point}\s]/u;
/** What most text is made of, told at once: a paper has half a million characters. */
const PLAIN = /^[\x20-\x7E‘’“”–]*$/;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Where a long word may be broken: takes no width. */
const BREAK = '\u200B';

/**
 * Text that the bundled fonts can print, on one line: a PDF that anybody can read may hold no
 * character without a glyph. One that no font has is written plainer (① as 1), or as �.
 */
export function printable(text: string): string {
  const line = mendCharacters(text).replace(/\s+/g, ' ').trim();
  if (PLAIN.test(line)) return line;
  return [...line].map((character) => (has(character) ? character : plainer(character))).join('');
}

function has(character: string): boolean {
  return glyphs().has(character.codePointAt(0) ?? 0) || ALWAYS.test(character);
}

function plainer(character: string): string {
  const plain = character.normalize('NFKC');
  return plain !== character && [...plain].every(has) ? plain : '\uFFFD';
}

/** The text, with places to break in words of more characters than that. */
export function breakable(text: string, most: number): string {
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= most) return word;
    const characters = [...GRAPHEMES.segment(word)].map(({ segment }) => segment);
    if (characters.length <= most) return word;
    return characters
      .map((character, index) => (index && index % 4 === 0 ? BREAK + character : character))
      .join('');
  });
}
