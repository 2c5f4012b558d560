// @ts-check
import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.mjs';
import { LONGEST_GAP } from './zip.mjs';

/** @typedef {Record<string, string>} Attributes */

/** Of elements within elements: those of workbooks are a dozen deep. */
const DEEPEST = 100;

/** Of elements in a part that only describes the workbook. */
const MOST_ELEMENTS = 1_000_000;

/**
 * What a part of the workbook says, in its order; names without their prefix.
 * @typedef {{
 *   open?(name: string, attributes: Attributes): void,
 *   text?(text: string): void,
 *   close?(name: string): void,
 * }} Handlers
 */

/** @param {string} name */
const local = (name) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/**
 * Reads a part as it is unpacked; neither its bytes nor its text are ever there as a whole. No
 * document type is taken, so that no entity is expanded.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {Handlers} handlers
 * @param {number} [most] elements there may be
 */
export async function readXml(chunks, handlers, most = MOST_ELEMENTS) {
  const parser = new SaxesParser();
  let gap = 0;
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new Refusal('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    gap = 0;
    depth += 1;
    elements += 1;
    if (depth > DEEPEST) throw new Refusal('broken');
    if (elements > most) throw new Refusal('tooMuch');
    handlers.open?.(local(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on('error', () => {
    throw new Refusal('broken');
  });

  /** @type {TextDecoder | undefined} */
  let decoder;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    gap += chunk.length;
    if (gap > LONGEST_GAP) throw new Refusal('bomb');
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

/** @param {Uint8Array} head */
function encodingOf(head) {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** What XML cannot hold: this is all that anybody writes as `_x000D_`. */
const NOT_XML = /[^\P{Cc}\t]|[\ud800-\udfff\ufffe\uffff]/u;
const ESCAPE = /_x([0-9a-f]{4})_(?=(x[0-9a-f]{4}_)?)/gi;

/**
 * Text of strings in a workbook: `_x000D_` stands for what XML cannot say, `_x005F_` for the `_`
 * that such words would begin with. Excel takes `_x0041_` for an A; other programs, which read it
 * from a file of ours as the words that it is, write it without a sign that it is no escape, and
 * nobody escapes an A: it is taken for words. A break of lines is '\n'.
 * @param {string} text
 */
export function unescaped(text) {
  const plain = text.includes('_x')
    ? text.replace(ESCAPE, (written, code, words) => {
        const character = String.fromCharCode(Number.parseInt(code, 16));
        if (character === '_' ? words : NOT_XML.test(character)) return character;
        return written;
      })
    : text;
  // Halves of a pair and NUL are no text, and no database keeps them.
  return plain.replace(/\r\n?/g, '\n').replace(/\0|\p{Cs}/gu, '');
}
