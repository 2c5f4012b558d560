import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RuleError } from '@/lib/domain/errors';
import { paperPdf } from '@/lib/papers/pdf';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { variedPaper } from '@/tests/support/varied-paper';
import { inline, rows, workbook } from '@/tests/support/workbook';

const READER = 'lib/spreadsheets/reader';
const good = workbook({ sheets: [rows(inline('A1', 'x'))] });
const home = process.cwd();

/** Where the app runs from, in a state that a test makes. */
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'board-faults-of-ours-'));
  await mkdir(path.join(folder, READER), { recursive: true });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const inReader = (name: string) => path.join(folder, READER, name);
const failure = (): Promise<unknown> =>
  readSpreadsheet(good, 'log.xlsx').then(
    () => 'It was read.',
    (error) => error,
  );

/** A reader that gets as far as the file, and then does this. */
const reader = (does: string) =>
  writeFile(
    inReader('worker.mjs'),
    `import { readFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ begun: true });
    ${does}`,
  );

describe('a good spreadsheet is not blamed', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['without the reader', async () => {}],
    ['without its folder', () => rm(path.join(folder, 'lib'), { recursive: true })],
    ['without the folder it all runs from', () => rm(folder, { recursive: true })],
    [
      'without a part of the reader',
      () => cp(path.join(home, READER, 'worker.mjs'), inReader('worker.mjs')),
    ],
    ['by a reader that is damaged', () => writeFile(inReader('worker.mjs'), 'import {')],
    ['by a reader that leaves before it began', () => writeFile(inReader('worker.mjs'), '')],
    ['when the machine fails the reader', () => reader("readFileSync('/nowhere/at-all');")],
  ])('%s', async (_, damage) => {
    await damage();
    const error = await failure();
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(RuleError);
    expect(String(error)).toBe('Error: The reader of spreadsheets does not work');
  });

  test.each([
    ['stumbles over it', "JSON.parse('{');"],
    ['ends over it', 'process.exit(3);'],
  ])('but one over which a reader that works %s is', async (_, does) => {
    await reader(does);
    const error = await failure();
    expect(error).toBeInstanceOf(RuleError);
    expect(String(error)).toContain('This file could not be read');
  });
});

test('a paper without what draws it is a fault of ours, and is drawn once it is back', async () => {
  // Its fonts are there.
  await symlink(path.join(home, 'node_modules'), path.join(folder, 'node_modules'));
  const error = await paperPdf(variedPaper()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(RuleError);
  expect(String(error)).toMatch(/^Error: The PDF could not be drawn: (?!.*\/)/);
  vi.restoreAllMocks();
  expect(
    Buffer.from(await paperPdf(variedPaper()))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
