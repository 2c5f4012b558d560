import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendCharacters, mendLine, mendText } from '@/lib/domain/mend-text';

test.each([
  ['plain', 'Words, and more.', 'Words, and more.'],
  ['line ends of Windows and of old Macs', 'a\r\nb\rc', 'a\nb\nc'],
  ['Word’s break within a paragraph', 'a\u000bb', 'a\nb'],
  ['a new page', 'a\u000cb', 'a\nb'],
  ['the next line of a mainframe', 'a\u0085b', 'a\nb'],
  ['Unicode’s own ends of lines and paragraphs', 'a\u2028b\u2029c', 'a\nb\nc'],
  ['a tab', 'a\tb', 'a\tb'],
  ['what PostgreSQL has no room for', 'a\u0000b', 'ab'],
  ['controls of both sets', 'a\u0001\u0008\u001f\u007f\u0080\u009fb', 'ab'],
  ['what is no character', 'a\ufffe\uffff\ufdd0\u{1fffe}\u{10ffff}b', 'ab'],
  ['halves of a pair', 'a\ud83db\ude00c', 'abc'],
  ['a whole pair', '😀', '😀'],
  ['what could not be read elsewhere stays to be seen', 'na\ufffdve', 'na\ufffdve'],
  ['space around', ' \u00a0\u2003a\u3000\n\u2028', 'a'],
  ['marks that join or turn letters', 'می‌خواهم 👩‍👧 \u202ba\u202c', 'می‌خواهم 👩‍👧 \u202ba\u202c'],
  ['nothing', '', ''],
  ['nothing to see', '\u200b\u00ad\u2060\ufeff\u3164\u2800\u{e0020}\ufe0f\u{1d159}', ''],
  ['nothing to see between lines', '\u200b\n\u200b', ''],
])('%s', (_, text, expected) => {
  expect(mendText(text)).toBe(expected);
});

test('nothing came', () => {
  expect(mendText(null)).toBe('');
  expect(mendText(undefined)).toBe('');
  expect(mendLine(undefined)).toBe('');
});

test.each([
  ['one\ntwo', 'one two'],
  ['one \r\n\n\t two\u2028three', 'one two three'],
  ['one\ttwo', 'one two'],
  ['one  two', 'one  two'],
  // It reads "invoice exe.pdf", and is "invoice fdp.exe".
  ['invoice \u202efdp.exe', 'invoice fdp.exe'],
  ['\u2067 one\u2069\ntwo\u202c', 'one two'],
  ['\u202e\u2066', ''],
])('on one line: %j', (text, expected) => {
  expect(mendLine(text)).toBe(expected);
});

const anything = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      ...'\u0000\t\n\u000b\u000c\r\u0085\u2028\u2029\ufffe\uffff\ud800\udc00\u200b ab',
    ),
  ),
});

test('any text becomes one that every place can hold, and is then left alone', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const mended = mendText(text);
      expect(mended.isWellFormed()).toBe(true);
      expect(mended).not.toMatch(/[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|[\u2028\u2029]/u);
      expect(mendText(mended)).toBe(mended);
      expect(mendText(mendCharacters(text))).toBe(mended);
      expect(mendLine(text)).not.toMatch(/[\t\n]/);
      expect(mendLine(mendLine(text))).toBe(mendLine(text));
    }),
  );
});

test('long text of nothing but blanks and breaks is mended as fast as any', () => {
  for (const one of [' ', '\n', '\t', '\u200b', '\u000b', ' \n']) {
    const text = `a${one.repeat(500_000)}b`;
    expect(mendLine(text).length).toBeLessThanOrEqual(text.length);
  }
}, 5000);
