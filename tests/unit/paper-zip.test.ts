import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { PaperFile } from '@/lib/domain/paper-model';
import { paperZip } from '@/lib/papers/package';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { variedPaper } from '../support/varied-paper';

const AT = new Date('2026-11-19T16:30:00Z');

const files: PaperFile[] = variedPaper()
  .appendices.flatMap(({ parts }) => parts)
  .map((table) => ({
    name: `${table.key}.csv`,
    mediaType: 'text/csv',
    bytes: strToU8(tableCsv(table)),
  }));

/** Year, month, day, hour, minute and second of the first file, as the archive has them. */
function stamp(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const time = view.getUint16(10, true);
  const date = view.getUint16(12, true);
  return [
    (date >> 9) + 1980,
    (date >> 5) & 15,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  ];
}

test('the files are in it as they are, with a manifest that agrees', () => {
  const read = unzipSync(paperZip(files, AT));
  expect(Object.keys(read)).toEqual([...files.map(({ name }) => name), 'manifest.txt']);
  for (const { name, bytes } of files) expect(read[name]).toEqual(bytes);
  const lines = strFromU8(read['manifest.txt'] ?? new Uint8Array()).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)?.slice(1))).toEqual(
    files.map(({ name }) => [
      createHash('sha256')
        .update(read[name] ?? '')
        .digest('hex'),
      name,
    ]),
  );
});

test('the same files at the same moment are the same bytes, in the time of no place', () => {
  const zip = paperZip(files, AT);
  expect(paperZip(files, new Date(AT))).toEqual(zip);
  expect(stamp(zip)).toEqual([2026, 11, 19, 16, 30, 0]);
  expect(paperZip(files, new Date('2026-11-20T16:30:00Z'))).not.toEqual(zip);
});

test.each([
  '../paper.pdf',
  'a/b.csv',
  '/etc/passwd',
  'a\\b',
  '.hidden',
  '',
  'a\nb',
  'manifest.txt',
])('a file cannot be called %j', (name) => {
  const file = { name, mediaType: 'text/plain', bytes: new Uint8Array() };
  expect(() => paperZip([file], AT)).toThrow(RangeError);
});

test('two files cannot share a name, whatever its case', () => {
  const file = { name: 'a.csv', mediaType: 'text/csv', bytes: new Uint8Array() };
  expect(() => paperZip([file, { ...file, name: 'A.csv' }], AT)).toThrow(RangeError);
});
