import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Context } from '@/lib/data/context';
import { getImportFacts } from '@/lib/data/import-facts';
import { getUpload } from '@/lib/data/import-uploads-view';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import type { Grid } from '@/lib/domain/import-grid';
import type { ImportReading } from '@/lib/domain/import-model';
import { GONE_PATH, resultsPath } from '@/lib/domain/import-path';
import { readImport } from '@/lib/domain/import-reading';
import { exportedAt } from '@/lib/domain/import-setup';
import type { UploadView } from '@/lib/domain/import-view';
import { signedIn } from './session';

export interface ImportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An upload that waits, with what it holds. */
export type WaitingFile = UploadView & { grid: Grid };

/**
 * One's own upload at an address. One that has expired, or is another person's, leads to the page
 * that says so; one that was imported to what it did.
 */
export async function waitingFile(context: Context, id: string): Promise<WaitingFile> {
  let upload: UploadView;
  try {
    upload = await getUpload(context, id);
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof NotAllowedError) redirect(GONE_PATH);
    throw error;
  }
  const { grid, appliedImportId } = upload;
  if (appliedImportId) redirect(resultsPath(appliedImportId));
  if (!grid) redirect(GONE_PATH);
  return { ...upload, grid };
}

/** What a file comes to against the register as it stands. */
export async function readingOfFile(
  context: Context,
  { grid, setup }: Pick<WaitingFile, 'grid' | 'setup'>,
): Promise<ImportReading> {
  const facts = await getImportFacts(context, setup, exportedAt(grid, setup));
  return readImport(grid, setup, facts);
}

/** Both, for the page at an address; once a request. */
export const importAt = cache(
  async (id: string): Promise<{ upload: WaitingFile; reading: ImportReading }> => {
    const context = await signedIn();
    const upload = await waitingFile(context, id);
    return { upload, reading: await readingOfFile(context, upload) };
  },
);
