/** What Excel allows no sheet to be called: these characters, and the name of its own log. */
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;
const LONGEST = 31;

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // By characters, so that none is cut through the middle.
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A name for each sheet, in order: its caption as Excel allows it, and told apart from the others. */
export function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set(['history']);
  return captions.map((caption) => {
    const words = caption
      .toWellFormed()
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const name = cut(words || 'Table', LONGEST - end.length) + end;
      if (!taken.has(name.toLowerCase())) {
        taken.add(name.toLowerCase());
        return name;
      }
    }
  });
}
