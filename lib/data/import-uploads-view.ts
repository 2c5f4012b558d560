import { NotFoundError } from '@/lib/domain/errors';
import { readSetup } from '@/lib/domain/import-stored';
import type { UploadView, WaitingUpload } from '@/lib/domain/import-view';
import { isId } from '@/lib/domain/is-id';
import type { ImportUpload } from '@/prisma/client/client';
import type { Context } from './context';
import { gridOf, importer } from './import-uploads';

/**
 * One's own upload. @param id of the upload
 * @throws NotAllowedError, and NotFoundError for another person's as for one that has expired
 */
export async function getUpload(context: Context, id: string): Promise<UploadView> {
  const { id: personId } = importer(context);
  const { db, now } = context;
  const upload = isId(id)
    ? await db.importUpload.findFirst({ where: { id, personId, expiresAt: { gt: now } } })
    : null;
  if (!upload) throw new NotFoundError('That upload');
  const view = toUpload(upload);
  return { ...view, grid: view.appliedImportId ? null : await gridOf(db, id) };
}

/** One's own uploads that wait, newest first. @throws NotAllowedError */
export async function listUploads(context: Context): Promise<WaitingUpload[]> {
  const { id: personId } = importer(context);
  const { db, now } = context;
  const uploads = await db.importUpload.findMany({
    where: { personId, expiresAt: { gt: now }, appliedImportId: null },
    orderBy: { createdAt: 'desc' },
  });
  return uploads.map(toUpload);
}

function toUpload(upload: ImportUpload): WaitingUpload {
  const { id, fileName, sha256, size, version, appliedImportId } = upload;
  return {
    id,
    fileName,
    sha256,
    size,
    createdAt: upload.createdAt.toISOString(),
    expiresAt: upload.expiresAt.toISOString(),
    setup: readSetup(upload),
    version,
    appliedImportId,
  };
}
