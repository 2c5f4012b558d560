import { redirect } from 'next/navigation';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { getIssuedPaper } from '@/lib/data/papers-view';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { draftFileName, issuedFilePath } from '@/lib/domain/paper-issue';
import { drawn } from '@/lib/papers/drawn';
import { PAPER_FILE_NAMES } from '@/lib/papers/file-names';
import { noFile, noteDownload, savedFile } from '@/lib/server/download';
import { env } from '@/lib/server/env';
import { route } from '@/lib/server/route';
import { signedIn } from '@/lib/server/session';
import { inTurn } from '@/lib/server/turns';

type Props = { params: Promise<{ slug: string; file: string }> };

/** Where a file of the paper that was issued stands; null while none has been. */
async function issuedAt(context: Awaited<ReturnType<typeof signedIn>>, slug: string, file: string) {
  try {
    const { audience, ...issue } = await getIssuedPaper(context, slug);
    return issuedFilePath(slug, issue, audience, file);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/**
 * A file of a meeting's paper, at `/meetings/…/paper.pdf` (see the rewrite in next.config.js): of the
 * issued one, once there is one; until then the draft's, for those who may see it.
 */
export const GET = route(async (request: Request, { params }: Props) => {
  const context = await signedIn();
  const { slug, file } = await params;
  if (!PAPER_FILE_NAMES.includes(file)) return noFile('There is no such file.');
  const issued = await issuedAt(context, slug, file);
  if (issued) redirect(issued);
  try {
    const { actor } = context;
    const { signal } = request;
    return await inTurn({ actor, signal }, async () => {
      const { model } = await getPaperDraft(context, slug);
      const origin = env().appUrl;
      const face = await drawn('face', { model, name: file, origin }, signal);
      if (!face) throw new NotFoundError('That file');
      const named = { mediaType: face.mediaType, fileName: draftFileName(slug, file) };
      await noteDownload(request, { kind: 'download.paper_draft', slug, file });
      return savedFile(named, new Uint8Array(face.bytes));
    });
  } catch (error) {
    if (!(error instanceof NotFoundError || error instanceof NotAllowedError)) throw error;
    return noFile('The paper of this meeting has not been issued yet.');
  }
});
