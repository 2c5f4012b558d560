/** What ends a line somewhere: to a browser, in Word, on an old Mac or a mainframe. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Controls apart from tab and line feed, halves of a pair, and what Unicode says is no text. */
const NO_TEXT = /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** The blank of braille and the marks of annotations are not in the class of what is ignored. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]*$/u;
/** What turns round the letters that follow: on one line, a name would read as another. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** What most text is made of, told at once: a file has a hundred thousand cells. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text as every place can hold and show it, its line ends as '\n'. What comes in goes through
 * `mendText`; this alone is for what goes out, since old rows may hold anything.
 */
export function mendCharacters(text: string): string {
  return PLAIN.test(text) ? text : text.replace(LINE_END, '\n').replace(NO_TEXT, '');
}

/**
 * Text on its way in, from a form, a file or a command line: mended, trimmed, and '' where there
 * would be nothing to see. Two texts that a person would call the same are equal afterwards.
 */
export function mendText(text: string | null | undefined): string {
  if (!text) return '';
  const mended = mendCharacters(text).trim();
  return UNSEEN.test(mended) ? '' : mended;
}

/**
 * The same on one line: for names and titles, which have no line ends, and in which nothing turns
 * round the letters that follow.
 */
export function mendLine(text: string | null | undefined): string {
  const mended = mendText(text);
  if (PLAIN.test(mended)) return mended;
  const lines = mended
    .replace(DIRECTION, '')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter(Boolean).join(' ').replaceAll('\t', ' ');
}
