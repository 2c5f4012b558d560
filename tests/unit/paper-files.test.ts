import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { PAPER_FILE_NAMES } from '@/lib/papers/file-names';
import { paperFace, paperFiles } from '@/lib/papers/files';
import { variedPaper } from '../support/varied-paper';

const ORIGIN = 'https://tracker.example';

test('the files of a paper, and all of them with a CSV for each table in the archive', async () => {
  const model = variedPaper();
  const files = await paperFiles(model, ORIGIN);
  expect(files.map(({ name }) => name)).toEqual(PAPER_FILE_NAMES);
  const archive = unzipSync(files.at(-1)?.bytes ?? new Uint8Array());
  const tables = model.appendices.flatMap(({ parts }) => parts.map(({ key }) => `${key}.csv`));
  expect(Object.keys(archive)).toEqual([
    ...PAPER_FILE_NAMES.slice(0, -1),
    ...tables,
    'manifest.txt',
  ]);
  for (const line of strFromU8(archive['manifest.txt'] ?? new Uint8Array())
    .trim()
    .split('\n')) {
    const [hash, name = ''] = line.split('  ');
    const bytes = archive[name] ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
  for (const { name, bytes } of files.slice(0, -1)) {
    expect(Buffer.compare(archive[name] ?? new Uint8Array(), bytes)).toBe(0);
  }
});

test('a face that there is none of', async () => {
  expect(await paperFace(variedPaper(), '../paper.pdf', ORIGIN)).toBeNull();
});
