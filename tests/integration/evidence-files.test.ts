import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { type AddedFile, addEvidenceFile, openEvidenceFile } from '@/lib/data/evidence';
import { getEvidence } from '@/lib/data/evidence-view';
import { getItem } from '@/lib/data/item-view';
import { NotFoundError } from '@/lib/domain/errors';
import { CHUNK_BYTES, FILE_LIMIT } from '@/lib/domain/evidence';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { makeEvidence, makeFile, withdraw } from '../support/make';
import * as sample from '../support/sample-files';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
const reference = await buildLocalAction(officer);

const form = (name: string, bytes: Uint8Array, more: Partial<AddedFile> = {}): AddedFile => ({
  submissionId: randomUUID(),
  title: 'Evaluation',
  shows: 'That waiting times fell.',
  datedOn: '2026-09-01',
  reviewOn: undefined,
  file: sample.sampleFile(name, bytes),
  ...more,
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function download(id: string) {
  const { bytes, ...file } = await openEvidenceFile(officer, id);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return { ...file, pieces, bytes: Buffer.concat(pieces) };
}

describe('a file comes back as it went in', () => {
  const MIB = CHUNK_BYTES;
  test.each([
    ['three and a half megabytes', 3_500_001, 4],
    ['a single piece', 1000, 1],
    ['a byte short of a piece', MIB - 1, 1],
    ['exactly a piece', MIB, 1],
    ['a byte more', MIB + 1, 2],
    ['exactly two', 2 * MIB, 2],
    ['20 MB', FILE_LIMIT, 20],
  ])('%s', async (_, size, pieces) => {
    const bytes = sample.largePdf(size);
    const id = await addEvidenceFile(officer, reference, form('Evaluation.pdf', bytes));
    const read = await download(id);
    expect(read).toMatchObject({
      fileName: 'Evaluation.pdf',
      mediaType: 'application/pdf',
      size,
      sha256: sha256(bytes),
    });
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read.pieces.map((piece) => piece.length)).toEqual(
      Array.from({ length: pieces }, (_, index) => Math.min(MIB, size - index * MIB)),
    );
    expect(await db.fileChunk.count({ where: { evidenceId: id } })).toBe(pieces);
    const view = await getEvidence(officer, id);
    expect(view.file).toEqual({
      name: 'Evaluation.pdf',
      mediaType: 'application/pdf',
      size,
      sha256: sha256(bytes),
      redacted: false,
    });
  });

  test('piece by piece: who stops reading reads no more', async () => {
    const bytes = sample.largePdf(3 * MIB);
    const id = await addEvidenceFile(officer, reference, form('a.pdf', bytes));
    const find = vi.fn();
    const counted = db.$extends({
      query: {
        fileChunk: {
          $allOperations: ({ args, query }) => {
            find();
            return query(args);
          },
        },
      },
    });
    const file = await openEvidenceFile({ ...officer, db: counted as unknown as typeof db }, id);
    expect(find).not.toHaveBeenCalled();
    for await (const _ of file.bytes) break;
    expect(find).toHaveBeenCalledTimes(1);
  });

  test('under a safe name', async () => {
    const id = await addEvidenceFile(officer, reference, form('../../"ev\nil".pdf', sample.PDF));
    expect((await download(id)).fileName).toBe('ev il.pdf');
  });

  test('after it was withdrawn too: it stays readable', async () => {
    const id = await makeFile(officer, reference);
    await withdraw(officer, id);
    expect((await download(id)).bytes.equals(sample.PDF)).toBe(true);
  });
});

describe('what is no file', () => {
  test.each([
    ['a link', () => makeEvidence(officer, reference)],
    ['unknown', async () => randomUUID()],
    ['nonsense', async () => '../../etc/passwd'],
  ])('%s is not found', async (_, make) => {
    await expect(openEvidenceFile(officer, await make())).rejects.toThrow(NotFoundError);
  });
});

describe('dates', () => {
  test.each([
    ['twelve months on', '2026-11-23T10:00:00Z', undefined, '2027-11-23'],
    ['from the day in London', '2026-06-14T23:30:00Z', undefined, '2027-06-15'],
    ['a day that is not there next year', '2028-02-29T10:00:00Z', undefined, '2029-02-28'],
    ['as it was typed', '2026-11-23T10:00:00Z', '2026-11-23', '2026-11-23'],
  ])('to be reviewed: %s', async (_, now, reviewOn, expected) => {
    const context = contextOf(db, home.officer, new Date(now));
    const action = await buildLocalAction(context);
    const id = await makeEvidence(context, action, { datedOn: '2026-06-01', reviewOn });
    expect((await getEvidence(context, id)).reviewOn).toBe(expected);
    expect((await getItem(context, action)).evidence).toBe('current');
  });

  test('of today are taken', async () => {
    const id = await makeEvidence(officer, reference, { datedOn: '2026-11-23' });
    expect((await getEvidence(officer, id)).datedOn).toBe('2026-11-23');
  });
});
