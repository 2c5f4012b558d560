import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { getColumnMemory } from '@/lib/data/import-columns';
import {
  changeSetup,
  deleteExpiredUploads,
  discardUpload,
  keepUpload,
} from '@/lib/data/import-uploads';
import { getUpload, listUploads } from '@/lib/data/import-uploads-view';
import { ConflictError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { Grid } from '@/lib/domain/import-grid';
import { systemActor } from '@/lib/domain/permissions';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { importAsks, setupFor, upload } from '../support/imports';
import { digest } from '../support/whole-database';

const { db } = await testDatabase();
const { home, away } = await makeActors(db);
const officer = contextOf(db, home.officer);
const failure = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'done',
    (error: unknown) => error,
  );
const DAY = 24 * 60 * 60 * 1000;
const at = (after: number) => ({ ...officer, now: new Date(NOW.getTime() + after) });
const SETUP = setupFor('local_actions');
const file = { fileName: 'log.csv', sha256: 'b'.repeat(64), size: 12 };

describe('an upload', () => {
  test('is kept as it was read, however big, and once for a double click', async () => {
    // What does not compress takes several rows of 1 MiB.
    const cell = (index: number) => ({ text: `${index} ${randomUUID()} “é” \\ \n'=1` });
    const rows = Array.from({ length: 60_000 }, (_, index) => [cell(index), null]);
    const sheets = [{ name: 'Log', hidden: false, rows, merged: [] }];
    const grid: Grid = { format: 'xlsx', sheets };
    const form = { submissionId: randomUUID(), ...file, grid, setup: SETUP };
    const [one, two] = await Promise.all([keepUpload(officer, form), keepUpload(officer, form)]);
    expect(two.id).toBe(one.id);
    expect(await db.importUploadChunk.count({ where: { uploadId: one.id } })).toBeGreaterThan(1);
    expect(await getUpload(officer, one.id)).toEqual({
      id: one.id,
      ...file,
      createdAt: NOW.toISOString(),
      expiresAt: at(DAY).now.toISOString(),
      setup: SETUP,
      version: 1,
      appliedImportId: null,
      grid,
    });
  });

  test('is one person’s own: everybody else is told that there is none', async () => {
    const id = await upload(officer, [{}]);
    const before = await digest(db);
    const others = [home.commissioner, away.officer].map((actor) => contextOf(db, actor));
    for (const other of others) {
      expect(await failure(getUpload(other, id))).toBeInstanceOf(NotFoundError);
      const form = { uploadId: id, basedOn: 1, setup: SETUP, remember: [] };
      expect(await failure(changeSetup(other, form))).toBeInstanceOf(NotFoundError);
      expect(await listUploads(other)).toEqual([]);
      await discardUpload(other, id);
    }
    expect(await digest(db)).toEqual(before);
    expect((await listUploads(officer)).map((one) => one.id)).toContain(id);
  });

  test('the same file with the same form is one upload, as long as it waits', async () => {
    const grid: Grid = { format: 'csv', sheets: [] };
    const form = { submissionId: randomUUID(), ...file, grid, setup: SETUP };
    const { id } = await keepUpload(officer, form);
    expect((await keepUpload(officer, form)).id).toBe(id);
    // Another file, or another person, has another, though the form's id is spent.
    const other = { ...form, sha256: 'f'.repeat(64) };
    const second = await keepUpload(officer, other);
    expect(second.id).not.toBe(id);
    expect((await keepUpload(officer, other)).id).toBe(second.id);
    const theirs = contextOf(db, away.officer);
    expect([id, second.id]).not.toContain((await keepUpload(theirs, form)).id);
    // What was thrown away is given once more on purpose.
    await discardUpload(officer, id);
    const again = await keepUpload(officer, form);
    expect(again.id).not.toBe(id);
    expect(await getUpload(officer, again.id)).toMatchObject({ fileName: file.fileName });
  });

  test.each(['', 'nonsense', '../x', randomUUID()])('%j is none', async (id) => {
    expect(await failure(getUpload(officer, id))).toBeInstanceOf(NotFoundError);
    await discardUpload(officer, id);
  });

  test.each(['viewer', 'member', 'administrator'] as const)(
    'a %s has none, sees none and changes none',
    async (role) => {
      const id = await upload(officer, [{}]);
      const who = contextOf(db, home[role]);
      const before = await digest(db);
      const grid: Grid = { format: 'csv', sheets: [] };
      const attempts = [
        () => keepUpload(who, { submissionId: randomUUID(), ...file, grid, setup: SETUP }),
        () => getUpload(who, id),
        () => listUploads(who),
        () => getColumnMemory(who, 'local_actions'),
        () => changeSetup(who, { uploadId: id, basedOn: 1, setup: SETUP, remember: [] }),
        () => discardUpload(who, id),
      ];
      for (const attempt of attempts) {
        expect(await failure(attempt())).toBeInstanceOf(NotAllowedError);
      }
      expect(await digest(db)).toEqual(before);
    },
  );

  test('is nobody’s where nobody is signed in', async () => {
    expect(await failure(upload(contextOf(db, systemActor), [{}]))).toBeInstanceOf(NotAllowedError);
  });

  test('is gone after a day, and deleted by whoever uploads next', async () => {
    const id = await upload(officer, [{}]);
    expect((await getUpload(at(DAY - 1), id)).id).toBe(id);
    expect(await failure(getUpload(at(DAY), id))).toBeInstanceOf(NotFoundError);
    const form = { uploadId: id, basedOn: 1, setup: SETUP, remember: [] };
    expect(await failure(changeSetup(at(DAY), form))).toBeInstanceOf(NotFoundError);
    const waiting = await db.importUpload.count();
    const next = await keepUpload(
      { ...contextOf(db, away.officer), now: at(DAY).now },
      {
        submissionId: randomUUID(),
        ...file,
        grid: { format: 'csv', sheets: [] },
        setup: SETUP,
      },
    );
    expect(next.expired).toBe(waiting);
    expect(await db.importUpload.findMany({ select: { id: true } })).toEqual([{ id: next.id }]);
    expect(await db.importUploadChunk.count({ where: { uploadId: id } })).toBe(0);
    expect(await deleteExpiredUploads({ db, now: at(DAY).now })).toBe(0);
    expect(await deleteExpiredUploads({ db, now: at(3 * DAY).now })).toBe(1);
  });

  test('is thrown away, and nothing is left', async () => {
    const id = await upload(officer, [{}]);
    await discardUpload(officer, id);
    expect(await failure(getUpload(officer, id))).toBeInstanceOf(NotFoundError);
    expect(await db.importUploadChunk.count({ where: { uploadId: id } })).toBe(0);
  });
});

describe('its setup', () => {
  const settled = { ...SETUP, answers: { 'owner j smith': home.member.id } };

  test('changes once for a double click, and tells another tab', async () => {
    const uploadId = await upload(officer, [{}]);
    const form = { uploadId, basedOn: 1, setup: settled, remember: [] };
    await changeSetup(officer, form);
    await changeSetup(officer, form);
    expect(await getUpload(officer, uploadId)).toMatchObject({ version: 2, setup: settled });
    const elsewhere = { ...form, setup: SETUP };
    const refused = await failure(changeSetup(officer, elsewhere));
    expect(refused).toBeInstanceOf(ConflictError);
    expect(refused).toMatchObject({ number: 2 });
    await changeSetup(officer, { ...elsewhere, basedOn: 2 });
    // An old page that says what was so once: it is not the last click again.
    expect(await failure(changeSetup(officer, { ...form, basedOn: 2 }))).toBeInstanceOf(
      ConflictError,
    );
  });

  test('of two tabs at once one is told', async () => {
    const uploadId = await upload(officer, [{}]);
    const both = await Promise.allSettled([
      changeSetup(officer, { uploadId, basedOn: 1, setup: settled, remember: [] }),
      changeSetup(officer, {
        uploadId,
        basedOn: 1,
        setup: { ...settled, columns: [{ as: 'note' }] },
        remember: [],
      }),
    ]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'ConflictError' } },
    ]);
  });

  test('is for good once it was applied', async () => {
    const id = await importAsks(officer, [{ wording: { shortTitle: 'A', text: 'B' } }]);
    const applied = await db.importUpload.findUniqueOrThrow({ where: { appliedImportId: id } });
    const form = { uploadId: applied.id, basedOn: 1, setup: settled, remember: [] };
    expect(await failure(changeSetup(officer, form))).toBeInstanceOf(RuleError);
    expect(await getUpload(officer, applied.id)).toMatchObject({ appliedImportId: id, grid: null });
    expect((await listUploads(officer)).map((one) => one.id)).not.toContain(applied.id);
  });

  test('is remembered by heading, the latest choice of anybody for the board', async () => {
    const owner = { as: 'field', field: 'owner' } as const;
    const remember = async (actor: typeof home.officer, heading: string, use: object) => {
      const context = contextOf(db, actor);
      await changeSetup(context, {
        uploadId: await upload(context, [{}]),
        basedOn: 1,
        setup: SETUP,
        remember: [
          { heading, use: use as typeof owner },
          { heading: ' ', use: owner },
        ],
      });
    };
    await remember(home.officer, 'Lead  officer/EM ', { as: 'note' });
    await remember(away.commissioner, 'LEAD OFFICER/EM', owner);
    expect(await getColumnMemory(officer, 'local_actions')).toEqual(
      new Map([['lead officer/em', owner]]),
    );
    // What a column is in one kind of file it need not be in another.
    expect(await getColumnMemory(officer, 'recommendations')).toEqual(new Map());
  });
});
