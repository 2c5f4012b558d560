import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { addEvidenceFile } from '@/lib/data/evidence';
import { discardUpload, keepUpload } from '@/lib/data/import-uploads';
import { setStorageRules } from '@/lib/data/settings';
import { demandRoom, getStorage } from '@/lib/data/storage';
import { RuleError } from '@/lib/domain/errors';
import { buildLocalAction, opened } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { setupFor } from '../support/imports';
import * as sample from '../support/sample-files';
import { digest } from '../support/whole-database';

const MB = 1024 * 1024;
const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
const administrator = contextOf(db, home.administrator);
const reference = await buildLocalAction(officer);

const used = async () => (await getStorage(officer)).numbers?.used ?? Number.NaN;

async function limit(storageMb: number): Promise<void> {
  const latest = await db.boardSettings.findFirst({ orderBy: { version: 'desc' } });
  if (latest?.storageMb === storageMb) return;
  await setStorageRules(administrator, { ...opened(), basedOn: latest?.version ?? 0, storageMb });
}

/** A file of so many bytes that is a PDF at its beginning. */
function add(size: number, scan = async (): Promise<string | null> => null) {
  const bytes = new Uint8Array(size);
  bytes.set(sample.PDF);
  const file = sample.sampleFile('a.pdf', bytes);
  const said = { title: 'Evaluation', shows: 'Less waiting.', datedOn: '2026-09-01' } as const;
  return addEvidenceFile(
    officer,
    reference,
    { ...said, submissionId: randomUUID(), reviewOn: undefined, file },
    scan,
  );
}

function keep(size: number) {
  const grid = { format: 'csv', sheets: [] } as const;
  return keepUpload(officer, {
    submissionId: randomUUID(),
    fileName: 'log.csv',
    sha256: '',
    size,
    grid: { ...grid, sheets: [] },
    setup: setupFor('local_actions'),
  });
}

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'It was kept.',
    (error: unknown) => (error instanceof RuleError ? error.fields.file : error),
  );

beforeEach(() => limit(10_240));

test('evidence, uploads that wait and issued papers count, and nothing that is gone', async () => {
  const before = await used();
  await add(2 * MB);
  expect((await used()) - before).toBe(2 * MB);
  const { id } = await keep(3 * MB);
  expect((await used()) - before).toBe(5 * MB);
  await discardUpload(officer, id);
  expect((await used()) - before).toBe(2 * MB);
});

test('a file that does not fit is refused in words before it is looked at, and keeps nothing', async () => {
  await add(MB);
  await limit(1 + Math.floor((await used()) / MB));
  const before = await digest(db);
  const scan = vi.fn(async () => null);
  expect(await refusal(add(3 * MB, scan))).toMatch(
    /^There is no room for a file of 3 MB: the board/,
  );
  expect(scan).not.toHaveBeenCalled();
  expect(await refusal(keep(3 * MB))).toMatch(/^There is no room for a file of 3 MB/);
  expect(await refusal(demandRoom(db, 3 * MB))).toMatch(/^There is no room/);
  expect(await digest(db)).toEqual(before);
});

test('of two files that come at once and do not both fit, one is kept', async () => {
  const begun = await used();
  const most = 4 + Math.floor(begun / MB);
  await limit(most);
  const both = await Promise.all([refusal(add(3 * MB)), refusal(add(3 * MB))]);
  expect(both.filter((said) => String(said).startsWith('There is no room'))).toHaveLength(1);
  expect(await used()).toBeLessThanOrEqual(most * MB);
});

test('those who can do something about it are told the numbers, others that it is nearly full', async () => {
  await add(9 * MB);
  await limit(Math.ceil((await used()) / MB));
  for (const actor of [home.officer, home.administrator]) {
    const { state, numbers } = await getStorage(contextOf(db, actor));
    expect([state, numbers?.limit]).not.toEqual(['room', undefined]);
    expect(numbers).not.toBeNull();
  }
  expect(await getStorage(contextOf(db, home.member))).toEqual({
    state: (await getStorage(officer)).state,
    numbers: null,
  });
  expect((await getStorage(officer)).state).toMatch(/full/);
});
