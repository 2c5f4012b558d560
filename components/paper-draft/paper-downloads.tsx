import type { PaperDraftView } from '@/lib/domain/paper-draft-view';

/** Where the files of a draft are fetched from. */
export function PaperDownloads(_: { draft: PaperDraftView }) {
  return null;
}
