// @ts-check
import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from './refusal.mjs';
import { spend } from './sheet.mjs';

/** In the order of preference where a file could be read by several. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Excel writes out every row that was ever formatted: so many there are of a sheet. */
const MOST_BLANK = 1_048_576;

/** As much of a file as tells what its columns are set apart by. */
const SAMPLE = { characters: 256 * 1024, records: 100 };

/** People and programs break lines in every way; quotation marks stand within words, too. */
const CAREFREE = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
};

/**
 * @param {Uint8Array} bytes
 * @param {typeof import('../../domain/import-limits').IMPORT_LIMITS} limits
 * @returns {import('../../domain/import-grid').Grid} its cells as they stand, apostrophes included
 */
export function readCsv(bytes, limits) {
  const { text, delimiter } = named(decoded(bytes));
  const spent = { cells: 0, characters: 0 };
  /** @type {Array<Array<{ text: string } | null>>} */
  const rows = [];
  let blank = 0;
  /** @param {string[]} record */
  const keep = (record) => {
    const length = record.findLastIndex((field) => field !== '') + 1;
    if (length === 0) {
      blank += 1;
      if (blank > MOST_BLANK) throw new Refusal('tooMuch');
      return null;
    }
    const row = rows.length + blank;
    if (row >= limits.rows) throw new Refusal('rows', { row: row + 1 });
    if (length > limits.columns) throw new Refusal('columns', { row: row + 1, count: length });
    while (blank > 0) {
      rows.push([]);
      blank -= 1;
    }
    const cells = record.slice(0, length).map((field) => {
      if (field === '') return null;
      const text = field.replace(/\r\n?/g, '\n');
      spend(spent, limits, text.length);
      return { text };
    });
    rows.push(cells);
    return null;
  };
  try {
    parse(text, { ...CAREFREE, delimiter: delimiter ?? delimiterOf(text), on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    throw new Refusal('openQuote', { row: rows.length + blank + 1 });
  }
  if (rows.length === 0) throw new Refusal('empty');
  return { format: 'csv', sheets: [{ name: '', hidden: false, rows, merged: [] }] };
}

/**
 * Text by its mark, else as UTF-8, else as Windows-1252, in which Excel in Britain saves plain CSV:
 * text in that is hardly ever sound UTF-8.
 * @param {Uint8Array} bytes
 */
function decoded(bytes) {
  const text = decodedAs(encodingOf(bytes), bytes) ?? westernText(bytes);
  // UTF-16 without its mark is half of these, and no text that is UTF-8 has any.
  if (text.includes('\0')) throw new Refusal('unknownText');
  return text;
}

/** Windows-1252 from 0x80 to 0x9f, dots where it has nothing; Node's own takes it for Latin-1. */
const WESTERN = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** @param {Uint8Array} bytes */
function westernText(bytes) {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, (letter) => {
    const western = WESTERN[letter.charCodeAt(0) - 0x80];
    // The letters are those of another encoding.
    if (western === undefined || western === '.') throw new Refusal('unknownText');
    return western;
  });
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * @param {string} encoding
 * @param {Uint8Array} bytes
 */
function decodedAs(encoding, bytes) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Excel takes a first line 'sep=;' as word of what follows.
 * @param {string} text
 * @returns {{ text: string, delimiter?: string }}
 */
function named(text) {
  const said = /^"?sep=([,;|\t])"?(?:\r\n|\n|\r)/i.exec(text);
  return said ? { text: text.slice(said[0].length), delimiter: said[1] } : { text };
}

/**
 * What most of the first records agree on how many columns it makes.
 * @param {string} text
 */
function delimiterOf(text) {
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, ...agreement(text, delimiter) }));
  tried.sort((a, b) => b.share - a.share || b.width - a.width);
  return tried[0]?.delimiter ?? ',';
}

/**
 * @param {string} text
 * @param {string} delimiter
 * @returns {{ share: number, width: number }} how many of the records have the width most have; none
 *   where that is a single column
 */
function agreement(text, delimiter) {
  /** @type {number[]} */
  const widths = [];
  try {
    parse(text.slice(0, SAMPLE.characters), {
      ...CAREFREE,
      delimiter,
      to: SAMPLE.records,
      on_record: (/** @type {string[]} */ record) => {
        if (record.some((field) => field !== '')) widths.push(record.length);
        return null;
      },
    });
  } catch {
    // The sample was cut within quotation marks, or this delimiter makes nothing of them.
  }
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { share: count / Math.max(1, widths.length), width };
}
