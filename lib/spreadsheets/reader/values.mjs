// @ts-check
import { format } from 'numfmt';

/** @typedef {import('./styles.mjs').CellStyle} CellStyle */
/** @typedef {{ text: string, date?: string, number?: number }} Value */

const DAY = 86_400_000;
/** Days from Excel's first day to that of workbooks made on old Macs. */
const TO_1904 = 1462;

/**
 * What a number of the file shows, and whether that is a day.
 * @param {number} value
 * @param {CellStyle} style
 * @param {boolean} from1904
 * @returns {Value}
 */
export function numberValue(value, style, from1904) {
  if (!style.day) return { text: shown(value, style.format), number: value };
  const serial = from1904 ? value + TO_1904 : value;
  const text = shown(serial, style.format);
  const date = dayOf(serial);
  return date ? { text, date } : { text };
}

/**
 * A day that the file writes out: '2027-03-31', '2027-03-31T00:00:00'.
 * @param {string} iso
 * @param {CellStyle} style
 * @returns {Value}
 */
export function isoValue(iso, style) {
  const date = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0];
  const at = Date.parse(date ? `${date}T00:00:00Z` : '');
  if (!date || Number.isNaN(at)) return { text: iso };
  // Serials count from a day that was none: 60 would be 29 February 1900.
  const serial = at / DAY + 25_569;
  return { text: style.day && serial > 60 ? shown(serial, style.format) : date, date };
}

/**
 * @param {number} serial in days of the 1900 system, with the time as a fraction
 * @returns {string | null} 'YYYY-MM-DD'; null for a time without a day, and for days before 1900 or
 * after 2199
 */
function dayOf(serial) {
  const days = Math.floor(serial);
  if (days < 1 || days === 60 || days > 109_574) return null;
  // Days are counted in UTC, whatever the clock of the machine.
  return new Date((days - (days < 60 ? 25_568 : 25_569)) * DAY).toISOString().slice(0, 10);
}

/**
 * @param {number} value
 * @param {string} pattern
 */
function shown(value, pattern) {
  try {
    // Spaces that line numbers up are no part of them.
    return String(format(pattern, value, { nbsp: false })).trim();
  } catch {
    return String(value);
  }
}
