/**
 * What a spreadsheet would take for a formula, or might after it has been cleaned of white space;
 * and the same with apostrophes before it, so that what was typed can be told from what we added.
 */
const FORMULA_LIKE = /^'*[=+\-@\t\r\n]/;

/** Text for a CSV cell: an apostrophe before what a spreadsheet would run. */
export function neutralise(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : text;
}

/** The inverse: `restore(neutralise(text))` is the text. "'tis" stays as it is. */
export function restore(cell: string): string {
  return cell.startsWith("'") && FORMULA_LIKE.test(cell) ? cell.slice(1) : cell;
}
