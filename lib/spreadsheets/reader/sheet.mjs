// @ts-check
import { cellAt, rangeAt } from './addresses.mjs';
import { Refusal } from './refusal.mjs';
import { PLAIN } from './styles.mjs';
import { isoValue, numberValue } from './values.mjs';
import { relationId } from './workbook.mjs';
import { readXml, unescaped } from './xml.mjs';

/** @typedef {import('../../domain/import-grid').GridCell} GridCell */
/** @typedef {import('./styles.mjs').CellStyle} CellStyle */
/** @typedef {import('./addresses.mjs').Range} Range */

/** Of a sheet: ten for each of Excel's rows, since a sheet may have a million that are empty. */
const MOST_ELEMENTS = 12_000_000;

/** What all sheets of a workbook share. */
/** @typedef {{
 *   strings: readonly string[],
 *   styles: readonly CellStyle[],
 *   from1904: boolean,
 *   limits: typeof import('../../domain/import-limits').IMPORT_LIMITS,
 *   spent: { cells: number, characters: number },
 * }} Shared */

/** A sheet as its part has it: rows and cells where it has any, nothing trimmed. */
/** @typedef {{
 *   rows: Array<Array<GridCell | null> | undefined>,
 *   merged: Range[],
 *   links: Array<{ range: Range, id: string, location: string | undefined }>,
 * }} Cells */

/**
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {string} sheet its name, for refusals
 * @param {Shared} shared
 * @returns {Promise<Cells>}
 */
export async function readCells(chunks, sheet, { strings, styles, from1904, limits, spent }) {
  /** @type {Cells} */
  const cells = { rows: [], merged: [], links: [] };
  /** @type {Map<string, GridCell>} */
  const coloured = new Map();
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = PLAIN;
  /** What the text at hand belongs to: the value, the formula, or the cell's own text. */
  let part = '';
  let value = '';
  let formula = '';
  let own = '';
  let spoken = false;
  let calculated = false;

  /** @returns {GridCell | null} */
  function cell() {
    const { text, date, number } = read();
    const fill = style.fill ?? undefined;
    if (text === '') {
      if (!fill) return null;
      // One for each colour: a sheet may have millions that hold nothing else.
      const known = coloured.get(fill) ?? { text, fill };
      coloured.set(fill, known);
      return known;
    }
    const link = /^\s*HYPERLINK\(\s*"([^"]+)"/i.exec(formula)?.[1];
    return {
      text,
      ...(date !== undefined && { date }),
      ...(number !== undefined && { number }),
      ...(fill && { fill }),
      ...(link && { link }),
    };
  }

  /** @returns {import('./values.mjs').Value} */
  function read() {
    if (type === 'inlineStr') return { text: unescaped(own) };
    if (type === 's') return { text: strings[Number(value)] ?? '' };
    if (type === 'str') return { text: unescaped(value) };
    if (value === '') {
      // A program that calculates nothing wrote it: better the formula than a hole.
      return { text: calculated ? `=${formula}` : '' };
    }
    if (type === 'b') return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    if (type === 'd') return isoValue(value, style);
    const number = Number(value);
    if (type === 'e' || Number.isNaN(number)) return { text: value };
    return numberValue(number, style, from1904);
  }

  function keep() {
    const read = cell();
    if (!read) return;
    const says = read.text !== '';
    if (says && row >= limits.rows) throw new Refusal('rows', { sheet, row: row + 1 });
    if (says && column >= limits.columns) {
      throw new Refusal('columns', { sheet, row: row + 1, count: column + 1 });
    }
    if (row >= limits.rows || column >= limits.columns) return;
    if (says) spend(spent, limits, read.text.length);
    const line = cells.rows[row] ?? [];
    cells.rows[row] = line;
    line[column] = read;
  }

  await readXml(
    chunks,
    {
      open(name, attributes) {
        if (name === 'c') {
          const at = attributes.r === undefined ? null : cellAt(attributes.r);
          if (at) ({ row, column } = at);
          else column += 1;
          type = attributes.t ?? 'n';
          style = styles[Number(attributes.s ?? 0)] ?? PLAIN;
          value = formula = own = '';
          calculated = false;
        } else if (name === 'row') {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
          column = -1;
          if (!Number.isInteger(row) || row < 0) throw new Refusal('broken');
        } else if (name === 'v' || name === 't') {
          part = spoken ? '' : name;
        } else if (name === 'f') {
          part = name;
          calculated = true;
        } else if (name === 'rPh') {
          spoken = true;
        } else if (name === 'mergeCell') {
          const range = rangeAt(attributes.ref ?? '');
          if (range) cells.merged.push(range);
        } else if (name === 'hyperlink') {
          const range = rangeAt(attributes.ref ?? '');
          const { location } = attributes;
          if (range) cells.links.push({ range, id: relationId(attributes), location });
        }
        if (cells.merged.length > limits.cells || cells.links.length > limits.cells) {
          throw new Refusal('tooMuch');
        }
      },
      text(text) {
        if (part === 'v') value += text;
        else if (part === 't') own += text;
        else if (part === 'f') formula += text;
      },
      close(name) {
        part = '';
        if (name === 'rPh') spoken = false;
        if (name === 'c') keep();
      },
    },
    MOST_ELEMENTS,
  );
  return cells;
}

/**
 * @param {{ cells: number, characters: number }} spent by all sheets so far
 * @param {{ cells: number, characters: number }} limits
 * @param {number} characters of one more cell
 */
export function spend(spent, limits, characters) {
  spent.cells += 1;
  spent.characters += characters;
  if (spent.cells > limits.cells || spent.characters > limits.characters) {
    throw new Refusal('tooMuch');
  }
}
