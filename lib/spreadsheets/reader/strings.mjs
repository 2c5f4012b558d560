// @ts-check
import { Refusal } from './refusal.mjs';
import { readXml, unescaped } from './xml.mjs';

/**
 * The texts that cells share, those of rich text in one piece; how Japanese is spoken is left out.
 * @param {AsyncIterable<Uint8Array> | null} chunks
 * @param {{ cells: number, characters: number }} limits
 * @returns {Promise<string[]>}
 */
export async function readStrings(chunks, limits) {
  /** @type {string[]} */
  const strings = [];
  if (!chunks) return strings;
  let text = '';
  let characters = 0;
  let taken = false;
  let spoken = false;
  const handlers = {
    /** @param {string} name */
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      taken = name === 't' && !spoken;
    },
    /** @param {string} piece */
    text(piece) {
      if (!taken) return;
      text += piece;
      characters += piece.length;
      if (characters > limits.characters) throw new Refusal('tooMuch');
    },
    /** @param {string} name */
    close(name) {
      taken = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') strings.push(unescaped(text));
      if (strings.length > limits.cells) throw new Refusal('tooMuch');
    },
  };
  // More of them than cells there may be, rich text and all.
  await readXml(chunks, handlers, limits.cells * 20);
  return strings;
}
