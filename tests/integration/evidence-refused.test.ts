import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import {
  type AddedFile,
  addEvidenceFile,
  addEvidenceLink,
  openEvidenceFile,
} from '@/lib/data/evidence';
import { NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { FILE_LIMIT } from '@/lib/domain/evidence';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import * as sample from '../support/sample-files';
import { digest } from '../support/whole-database';

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

describe('refused, and nothing is kept', () => {
  const { officeFile, WORD } = sample;
  test.each<[string, string, Uint8Array, RegExp]>([
    ['an empty file', 'a.pdf', Buffer.alloc(0), /empty/],
    ['a byte too many', 'a.pdf', Buffer.alloc(FILE_LIMIT + 1), /20 MB or smaller/],
    [
      'a drawing',
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /must be a PDF/,
    ],
    ['a web page', 'a.txt', Buffer.from('<!doctype html>'), /must be a PDF/],
    ['a program', 'a.pdf', sample.WINDOWS_PROGRAM, /must be a PDF/],
    [
      'macros',
      'a.docx',
      officeFile(WORD, 'word', [{ name: 'word/vbaProject.bin', text: 'm' }]),
      /macros/,
    ],
    ['a lying name', 'a.docx', sample.PDF, /named \.docx/],
  ])('%s', async (_, name, bytes, sentence) => {
    const before = await digest(db);
    const scan = vi.fn(async () => null);
    const refused = addEvidenceFile(officer, reference, form(name, bytes), scan);
    await expect(refused).rejects.toThrow(RuleError);
    await expect(refused).rejects.toMatchObject({
      fields: { file: expect.stringMatching(sentence) },
    });
    expect(scan).not.toHaveBeenCalled();
    expect(await digest(db)).toEqual(before);
  });

  test.each([
    ['dated tomorrow', { datedOn: '2026-11-24' }, { datedOn: /today or in the past/ }],
    [
      'to be reviewed yesterday',
      { reviewOn: '2026-11-22' },
      { reviewOn: /today or in the future/ },
    ],
  ])('%s', async (_, more, fields) => {
    const before = await digest(db);
    const [[field, sentence] = ['', / /]] = Object.entries(fields);
    const error = { fields: { [field]: expect.stringMatching(sentence) } };
    const file = form('a.pdf', sample.PDF, more);
    await expect(addEvidenceFile(officer, reference, file)).rejects.toMatchObject(error);
    const { file: _file, ...rest } = file;
    const link = { ...rest, url: 'https://www.example.org' };
    await expect(addEvidenceLink(officer, reference, link)).rejects.toMatchObject(error);
    expect(await digest(db)).toEqual(before);
  });
});

describe('the virus scan', () => {
  test('sees the very file, and one that is clean is kept', async () => {
    const bytes = sample.largePdf(20_000);
    let scanned = '';
    const id = await addEvidenceFile(officer, reference, form('a.pdf', bytes), async (file) => {
      scanned = sha256(new Uint8Array(await file.arrayBuffer()));
      return null;
    });
    expect(scanned).toBe(sha256(bytes));
    expect((await openEvidenceFile(officer, id)).sha256).toBe(scanned);
  });

  test('that finds something is told, and nothing is kept', async () => {
    const before = await digest(db);
    await expect(
      addEvidenceFile(officer, reference, form('a.pdf', sample.PDF), async () => 'Eicar-Test'),
    ).rejects.toMatchObject({ fields: { file: expect.stringContaining('Eicar-Test') } });
    expect(await digest(db)).toEqual(before);
  });

  test('that cannot be made keeps nothing', async () => {
    const before = await digest(db);
    const scan = async () => {
      throw new RuleError({ file: 'The file could not be scanned' });
    };
    await expect(
      addEvidenceFile(officer, reference, form('a.pdf', sample.PDF), scan),
    ).rejects.toThrow('could not be scanned');
    expect(await digest(db)).toEqual(before);
  });

  test('is not made for somebody who may not add it', async () => {
    const scan = vi.fn(async () => null);
    const file = form('a.pdf', sample.PDF);
    const viewer = contextOf(db, home.viewer);
    await expect(addEvidenceFile(viewer, reference, file, scan)).rejects.toThrow(NotAllowedError);
    await expect(addEvidenceFile(officer, 'A999', file, scan)).rejects.toThrow(NotFoundError);
    expect(scan).not.toHaveBeenCalled();
  });
});
