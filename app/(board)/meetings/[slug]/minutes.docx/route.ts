import { getMinutes } from '@/lib/data/minutes-view';
import { NotFoundError } from '@/lib/domain/errors';
import { minutesDocumentOf, minutesFileName } from '@/lib/domain/minutes-view';
import { drawn } from '@/lib/papers/drawn';
import { noFile, noteDownload, savedFile } from '@/lib/server/download';
import { route } from '@/lib/server/route';
import { signedIn } from '@/lib/server/session';
import { inTurn } from '@/lib/server/turns';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Downloads the minutes of a meeting as Word. */
export const GET = route(
  async (request: Request, { params }: { params: Promise<{ slug: string }> }) => {
    const context = await signedIn();
    try {
      const { slug } = await params;
      const { actor } = context;
      const { signal } = request;
      return await inTurn({ actor, signal }, async () => {
        const view = await getMinutes(context, slug);
        const document = minutesDocumentOf(view);
        if (!document) throw new NotFoundError('Those minutes');
        const file = { mediaType: WORD, fileName: minutesFileName(view) };
        const bytes = await drawn('minutes', document, signal);
        await noteDownload(request, { kind: 'download.minutes', slug });
        return savedFile(file, bytes);
      });
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return noFile('There are no such minutes.');
    }
  },
);
