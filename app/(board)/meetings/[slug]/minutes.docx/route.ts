import { getMinutes } from '@/lib/data/minutes-view';
import { attachment } from '@/lib/domain/attachment';
import { NotFoundError } from '@/lib/domain/errors';
import { minutesDocumentOf, minutesFileName } from '@/lib/domain/minutes-view';
import { minutesFile } from '@/lib/papers/minutes';
import { signedIn } from '@/lib/server/session';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Downloads the minutes of a meeting as Word. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const context = await signedIn();
  try {
    const view = await getMinutes(context, (await params).slug);
    const document = minutesDocumentOf(view);
    if (!document) throw new NotFoundError('Those minutes');
    return new Response(await minutesFile(document), {
      headers: {
        'Content-Type': WORD,
        'Content-Disposition': attachment(minutesFileName(view)),
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return new Response('There are no such minutes.\n', {
      status: 404,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'private, no-store',
      },
    });
  }
}
