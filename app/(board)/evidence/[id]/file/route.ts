import { openEvidenceFile } from '@/lib/data/evidence';
import { GoneError, NotFoundError } from '@/lib/domain/errors';
import { noFile, noteDownload, savedFile, streamed } from '@/lib/server/download';
import { route } from '@/lib/server/route';
import { signedIn } from '@/lib/server/session';

/** Downloads a file of evidence. */
export const GET = route(
  async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
    const context = await signedIn();
    try {
      const { id } = await params;
      const file = await openEvidenceFile(context, id);
      await noteDownload(request, { kind: 'download.evidence', evidenceId: id });
      return savedFile(file, streamed(file.bytes));
    } catch (error) {
      if (error instanceof GoneError) return noFile(error.message, 410);
      if (!(error instanceof NotFoundError)) throw error;
      return noFile('There is no such file, or you may not see it.');
    }
  },
);
