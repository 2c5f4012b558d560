// @ts-check

/**
 * 'B12' → row 11, column 1; null for what is no address.
 * @param {string} address
 * @returns {{ row: number, column: number } | null}
 */
export function cellAt(address) {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(address.slice(at));
  if (at === 0 || at > 3 || !Number.isInteger(row) || row < 1 || row > 1_048_576) return null;
  return { row: row - 1, column: column - 1 };
}

/** @typedef {{ top: number, left: number, bottom: number, right: number }} Range */

/**
 * 'A1:C3', or 'A1' alone; null for what is no range.
 * @param {string} text
 * @returns {Range | null}
 */
export function rangeAt(text) {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  const from = cellAt(first);
  const to = cellAt(last);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
