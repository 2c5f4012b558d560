import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { ConflictError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { CHUNK_BYTES } from '@/lib/domain/evidence';
import type { Grid } from '@/lib/domain/import-grid';
import type { ImportSetup } from '@/lib/domain/import-model';
import { readGrid } from '@/lib/domain/import-stored';
import { isId } from '@/lib/domain/is-id';
import type { PersonActor } from '@/lib/domain/permissions';
import type { ImportUpload, Prisma } from '@/prisma/client/client';
import { type Context, demand } from './context';
import type { Database, Transaction } from './database';
import { type ColumnChoice, rememberColumns } from './import-columns';
import { newId } from './new-id';
import { queryRows } from './query-rows';
import { lockRoom } from './storage';
import { beginSubmission, keepSubmission } from './submissions';

const ID = z.object({ id: z.string() });
const SAME = z.object({ same: z.boolean() });

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** How long an upload waits, in milliseconds. */
const WAITS = 24 * 60 * 60 * 1000;

/** A file that was read, and what has been settled for it so far. */
export interface NewUpload {
  submissionId: string;
  fileName: string;
  sha256: string;
  /** In bytes. */
  size: number;
  grid: Grid;
  setup: ImportSetup;
}

/** An import is somebody's: nobody else can open it. @throws NotAllowedError */
export function importer(context: Context): PersonActor {
  demand(context, 'import');
  const { actor } = context;
  if (actor.kind !== 'person') throw new NotAllowedError();
  return actor;
}

/** Removes what has waited for longer than a day, whoever uploaded it. @returns how many there were */
export async function deleteExpiredUploads({
  db,
  now,
}: {
  db: Pick<Database, 'importUpload'>;
  now: Date;
}): Promise<number> {
  const { count } = await db.importUpload.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}

/**
 * Keeps a file until it is applied, discarded, or a day old, and deletes those that are.
 * @returns its id, and how many were deleted, for the log
 * @throws NotAllowedError
 */
export async function keepUpload(
  context: Context,
  upload: NewUpload,
): Promise<{ id: string; expired: number }> {
  const { id: personId } = importer(context);
  const { db, now } = context;
  const { submissionId, fileName, sha256, size, grid, setup } = upload;
  const { kind, sourceId } = setup;
  const said = { action: 'keepUpload', form: { submissionId, fileName, sha256, kind, sourceId } };
  const bytes = new Uint8Array(await zip(JSON.stringify(grid)));
  return db.$transaction(
    async (tx) => {
      const begun = await beginSubmission(context, tx, said);
      const expired = await deleteExpiredUploads({ db: tx as Database, now });
      if ('repeatOf' in begun) {
        const id = begun.repeatOf;
        const waiting = { id, appliedImportId: null };
        // What was imported or discarded since is given once more on purpose.
        if (await tx.importUpload.findFirst({ where: waiting })) return { id, expired };
        await tx.submission.deleteMany({ where: { eventId: id } });
      }
      await lockRoom(tx, size);
      const id = newId();
      await keepSubmission(context, tx, said, id);
      await tx.importUpload.create({
        data: {
          id,
          personId,
          createdAt: now,
          expiresAt: new Date(now.getTime() + WAITS),
          fileName,
          sha256,
          size,
          setup: setup as unknown as Prisma.InputJsonValue,
          version: 1,
        },
      });
      for (let start = 0, index = 0; start < bytes.length; start += CHUNK_BYTES, index += 1) {
        const piece = bytes.slice(start, start + CHUNK_BYTES);
        await tx.importUploadChunk.create({ data: { uploadId: id, index, bytes: piece } });
      }
      return { id, expired };
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
}

/**
 * One's own upload that has not expired, held until the transaction ends.
 * @throws NotAllowedError, NotFoundError
 */
export async function lockUpload(
  context: Context,
  tx: Transaction,
  id: string,
): Promise<ImportUpload> {
  const { id: personId } = importer(context);
  const found = isId(id)
    ? await queryRows(tx, ID)`
        SELECT id FROM "ImportUpload"
        WHERE id = ${id}::uuid AND "personId" = ${personId}::uuid AND "expiresAt" > ${context.now}
        FOR UPDATE`
    : [];
  if (found.length === 0) throw new NotFoundError('That upload');
  return tx.importUpload.findUniqueOrThrow({ where: { id } });
}

/** @throws RuleError for one that was applied */
export function demandWaiting(upload: ImportUpload): void {
  if (upload.appliedImportId) throw new RuleError({ '': 'This file has been imported already' });
}

/** What an upload holds. */
export async function gridOf(
  db: Pick<Transaction, 'importUploadChunk'>,
  id: string,
): Promise<Grid> {
  const chunks = await db.importUploadChunk.findMany({
    where: { uploadId: id },
    orderBy: { index: 'asc' },
  });
  const json = await unzip(Buffer.concat(chunks.map(({ bytes }) => bytes)));
  return readGrid(JSON.parse(json.toString()));
}

/**
 * Settles where the table is, what its columns are, and what was asked. What is said of columns is
 * remembered for the next file.
 * @param form `basedOn` is the version of the upload that the form was drawn from
 * @throws NotFoundError, NotAllowedError, RuleError, or ConflictError where another tab was quicker
 */
export async function changeSetup(
  context: Context,
  form: {
    uploadId: string;
    basedOn: number;
    setup: ImportSetup;
    remember: readonly ColumnChoice[];
  },
): Promise<void> {
  importer(context);
  await context.db.$transaction(async (tx) => {
    const upload = await lockUpload(context, tx, form.uploadId);
    demandWaiting(upload);
    const setup = form.setup as unknown as Prisma.InputJsonValue;
    if (form.basedOn !== upload.version) {
      // The second click of a double click says the same.
      const [same] = await queryRows(tx, SAME)`
        SELECT setup = ${JSON.stringify(setup)}::jsonb AS same FROM "ImportUpload"
        WHERE id = ${upload.id}::uuid`;
      if (same?.same && form.basedOn === upload.version - 1) return;
      throw new ConflictError(upload.version, []);
    }
    await tx.importUpload.update({
      where: { id: upload.id },
      data: { setup, version: upload.version + 1 },
    });
    await rememberColumns(tx, form.setup.kind, form.remember);
  });
}

/**
 * Throws an upload away that waits.
 * @returns false where there is none any more, and nothing to do
 * @throws NotAllowedError
 */
export async function discardUpload(context: Context, uploadId: string): Promise<boolean> {
  const { id: personId } = importer(context);
  if (!isId(uploadId)) return false;
  const { count } = await context.db.importUpload.deleteMany({
    where: { id: uploadId, personId, appliedImportId: null },
  });
  return count > 0;
}
