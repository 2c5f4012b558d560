import { mendText } from './mend-text';

/** Without capitals, accents and what stands between words: 'Lead officer/EM' → 'lead officer em'. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without capitals and runs of white space, as keys of questions have it. */
export function saidWords(text: string): string {
  return mendText(text).replace(/\s+/g, ' ').toLowerCase();
}

/** Text cut at a word so that it has at most so many characters, the mark of the cut included. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1);
  const word = room.replace(/\s+\S*$/, '');
  const kept = word.length > limit / 2 ? word : room;
  // A character of two halves is not cut between them.
  return `${kept.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

/** The first sentence or line of a text, on one line, in at most so many characters. */
export function firstSentence(text: string, limit: number): string {
  const line = mendText(text).split('\n')[0] ?? '';
  const end = /[.!?](?=\s+\p{Lu})/u.exec(line);
  const sentence = end && end.index >= 10 ? line.slice(0, end.index + 1) : line;
  return cutText(sentence.replace(/\s+/g, ' ').trim(), limit);
}

/** 'D' of the column 3, from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** 'D12' of the column 3 and the row 11, both from 0. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
