// @ts-check
import { getFormatDateInfo } from 'numfmt';
import { colourOf } from './colours.mjs';
import { readXml } from './xml.mjs';

/** How cells of a style look: the pattern of their numbers, whether that shows a day, their colour. */
/** @typedef {{ format: string, day: boolean, fill: string | null }} CellStyle */

/** Patterns that files name by a number alone; those that follow the machine's country are Britain's. */
/** @type {Record<number, string>} */
const BUILT_IN = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '£#,##0',
  43: '#,##0.00',
  44: '£#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** @type {CellStyle} */
export const PLAIN = { format: 'General', day: false, fill: null };

/**
 * The styles of cells by their number. Conditional formatting and the stripes of tables are not
 * evaluated: a colour that comes by a rule follows from the cell's own words, which are read. Nor
 * are patterns and gradients taken for a colour.
 *
 * @param {AsyncIterable<Uint8Array> | null} chunks of the styles part
 * @param {readonly string[]} theme
 * @returns {Promise<CellStyle[]>}
 */
export async function readStyles(chunks, theme) {
  if (!chunks) return [];
  /** @type {Map<number, string>} */
  const formats = new Map();
  /** @type {Array<Record<string, string> | null>} */
  const fills = [];
  /** @type {Array<{ format: number, fill: number }>} */
  const cells = [];
  /** @type {string[]} */
  const own = [];
  // Differential styles have fills and formats of their own, which are nobody's.
  let list = '';
  let solid = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (/^(numFmts|fills|cellXfs|cellStyleXfs|dxfs|indexedColors)$/.test(name)) list = name;
      if (list === 'numFmts' && name === 'numFmt') {
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      }
      if (list === 'fills' && name === 'fill') fills.push(null);
      if (list === 'fills' && name === 'patternFill') solid = attributes.patternType === 'solid';
      if (list === 'fills' && name === 'fgColor' && solid) fills[fills.length - 1] = attributes;
      if (list === 'cellXfs' && name === 'xf') {
        cells.push({
          format: Number(attributes.numFmtId ?? 0),
          fill: Number(attributes.fillId ?? 0),
        });
      }
      if (list === 'indexedColors' && name === 'rgbColor') {
        own.push((attributes.rgb ?? '').slice(-6).toLowerCase());
      }
    },
    close(name) {
      if (name === list) list = '';
    },
  });
  return cells.map(({ format: number, fill: at }) => {
    const format = pattern(formats.get(number) ?? BUILT_IN[number] ?? 'General');
    const said = fills[at];
    return { format, day: showsDay(format), fill: said ? colourOf(said, theme, own) : null };
  });
}

/** @param {string} format as the file has it */
function pattern(format) {
  // The machine's own long date, and its time.
  if (/^\[\$-F800\]/i.test(format)) return 'd mmmm yyyy';
  return /^\[\$-F400\]/i.test(format) ? 'h:mm:ss' : format;
}

/** @param {string} format */
function showsDay(format) {
  try {
    const { year, month, day } = getFormatDateInfo(format);
    return year || month || day;
  } catch {
    return false;
  }
}
