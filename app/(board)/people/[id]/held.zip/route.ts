import { getPersonFile } from '@/lib/data/person-file';
import { londonDay } from '@/lib/domain/dates';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { personFileZip } from '@/lib/papers/person-file';
import { noFile, noteDownload, savedFile } from '@/lib/server/download';
import type { PersonPageProps } from '@/lib/server/person-page';
import { route } from '@/lib/server/route';
import { signedIn } from '@/lib/server/session';

/** What is held about one person: for administrators, and for the person. */
export const GET = route(async (request: Request, { params }: PersonPageProps) => {
  const context = await signedIn();
  const { id } = await params;
  try {
    const file = await getPersonFile(context, id);
    await noteDownload(request, { kind: 'person.file_made', personId: file.person.id });
    const fileName = `held ${file.person.name} ${londonDay(context.now)}.zip`;
    return savedFile({ mediaType: 'application/zip', fileName }, personFileZip(file));
  } catch (error) {
    const refused = error instanceof NotFoundError || error instanceof NotAllowedError;
    if (refused) return noFile('There is no such file.');
    throw error;
  }
});
