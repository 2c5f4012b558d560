import { getMinutes } from '@/lib/data/minutes-view';
import { NotFoundError } from '@/lib/domain/errors';
import { minutesDocumentOf, minutesFileName } from '@/lib/domain/minutes-view';
import { minutesFile } from '@/lib/papers/minutes';
import { noFile, savedFile } from '@/lib/server/download';
import { signedIn } from '@/lib/server/session';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Downloads the minutes of a meeting as Word. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const context = await signedIn();
  try {
    const view = await getMinutes(context, (await params).slug);
    const document = minutesDocumentOf(view);
    if (!document) throw new NotFoundError('Those minutes');
    const file = { mediaType: WORD, fileName: minutesFileName(view) };
    return savedFile(file, await minutesFile(document));
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return noFile('There are no such minutes.');
  }
}
