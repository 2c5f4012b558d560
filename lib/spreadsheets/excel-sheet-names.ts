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

/** 'local-actions' → 'Local actions', 'recommendations-na' → 'Recommendations NA'. */
export function nameOfKey(key: string): string {
  const [first = '', ...rest] = key.split('-');
  if (first === 'recommendations') return ['Recommendations', ...rest.map(upper)].join(' ');
  const start = first === 'rag' ? 'RAG' : first.charAt(0).toUpperCase() + first.slice(1);
  return [start, ...rest].join(' ');
}

const upper = (word: string) => word.toUpperCase();

/** The names of sheets, in order, as Excel allows them and told apart. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name) => {
    const words = name
      .toWellFormed()
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const unique = cut(words || 'Table', LONGEST - end.length) + end;
      if (!taken.has(unique.toLowerCase())) {
        taken.add(unique.toLowerCase());
        return unique;
      }
    }
  });
}
