import { openPaperFile } from '@/lib/data/paper-files';
import { GoneError, NotFoundError } from '@/lib/domain/errors';
import type { PaperAudience } from '@/lib/domain/paper-issue';
import { noFile, noteDownload, savedFile, streamed } from './download';
import { signedIn } from './session';

export interface IssuedFileProps {
  params: Promise<{ meeting: string; version: string; file: string }>;
}

/** Downloads a file of an issued paper: the bytes it was issued with. */
export async function issuedFile(
  request: Request,
  { params }: IssuedFileProps,
  audience: PaperAudience,
): Promise<Response> {
  const context = await signedIn();
  const { meeting, version, file } = await params;
  try {
    const opened = await openPaperFile(context, meeting, version, audience, file);
    const what = { slug: meeting, issue: version, audience, file: opened.name };
    await noteDownload(request, { kind: 'download.paper', ...what });
    const part = audience === 'public' ? ' public' : '';
    const fileName = opened.name.replace('.', `${part} ${meeting} ${version}.`);
    const answer = savedFile({ mediaType: opened.mediaType, fileName }, streamed(opened.bytes));
    answer.headers.set('ETag', `"${opened.sha256}"`);
    return answer;
  } catch (error) {
    if (error instanceof GoneError) return noFile(error.message, 410);
    if (!(error instanceof NotFoundError)) throw error;
    return noFile('There is no such file, or you may not see it.');
  }
}
