import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { NewerFormatError, PAPER_FORMATS, readFrozenPaper } from '@/lib/domain/frozen-paper';
import { PAPER_FILE_NAMES } from '@/lib/papers/file-names';
import { paperFiles } from '@/lib/papers/files';
import { paperHtml } from '@/lib/papers/html';
import { readPdf } from '../support/read-pdf';
import { variedPaper } from '../support/varied-paper';

// A paper of each format that was ever issued, as it lies in the database. They are never changed:
// a new format brings a new file.
const FOLDER = 'tests/support/frozen-papers';
const frozen = (format: number): unknown =>
  JSON.parse(readFileSync(path.join(FOLDER, `format-${format}.json`), 'utf8'));

/** What a model says to its readers, whatever its format calls it. */
function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'text' || key === 'title' || key === 'caption') && typeof inner === 'string'
      ? [inner]
      : wordsIn(inner),
  );
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

function shown(html: string): string {
  const text = (node: { value?: string; childNodes?: unknown[] }): string =>
    node.value ?? (node.childNodes ?? []).map((child) => text(child as typeof node)).join('');
  return squeezed(text(parseFragment(html) as Parameters<typeof text>[0]));
}

test('there is a paper of each format, and none of a format that cannot be read', () => {
  const files = PAPER_FORMATS.map((format) => `format-${format}.json`);
  expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
});

test('papers are issued in the newest format', () => {
  expect(variedPaper().format).toBe(Math.max(...PAPER_FORMATS));
});

describe.each(PAPER_FORMATS)('a paper of format %i', (format) => {
  const paper = readFrozenPaper(frozen(format));

  test('is drawn with all it says', () => {
    const page = shown(paperHtml(paper));
    const words = wordsIn(frozen(format));
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((one) => !page.includes(squeezed(one)))).toEqual([]);
  });

  test('is drawn as every file', async () => {
    const files = await paperFiles(paper, 'https://tracker.example');
    expect(files.map(({ name }) => name)).toEqual(PAPER_FILE_NAMES);
    const pdf = files.find(({ name }) => name === 'paper.pdf');
    expect((await readPdf(pdf?.bytes ?? new Uint8Array())).pages.length).toBeGreaterThan(1);
  });
});

test('a paper of today comes back as it was frozen', () => {
  const paper = variedPaper();
  expect(readFrozenPaper(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
});

test('one that names no format is of the first', () => {
  const { format: _, ...paper } = variedPaper();
  expect(readFrozenPaper(paper)).toEqual(variedPaper());
});

test.each([
  ['of a format that is yet to come', { ...variedPaper(), format: 99 }, NewerFormatError],
  ['of no format', { ...variedPaper(), format: 'newest' }, 'The issued paper is not what'],
  ['without its sections', { ...variedPaper(), sections: undefined }, 'sections: '],
  ['with something else in a cell', withCell({ rag: 'pink', text: 'Pink' }), 'cells'],
  ['that is none', null, 'as a whole: '],
])('a paper %s is not drawn', (_, stored, refused) => {
  expect(() => readFrozenPaper(stored)).toThrow(refused);
});

function withCell(cell: unknown): unknown {
  const paper = JSON.parse(JSON.stringify(variedPaper()));
  paper.appendices[0].parts[0].rows[0].cells[0] = cell;
  return paper;
}
