import { appendDownload, type Download } from '@/lib/data/downloads';
import { attachment } from '@/lib/domain/attachment';
import { plainPage } from './plain-page';
import { signedIn } from './session';

/**
 * Notes who is handed a file, before it is. Whoever asks for its headers alone (HEAD) is handed
 * nothing. As of now, also where the file shows an earlier day.
 */
export async function noteDownload(request: Request, download: Download): Promise<void> {
  if (request.method === 'GET') await appendDownload(await signedIn(), download);
}

/** Hands the bytes over as fast as they are read away, and no faster. */
export function streamed(
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}

/**
 * An answer that is saved, never shown: nothing in it can run here. Next sends a stream in chunks,
 * without a Content-Length; one that breaks off is still seen to be broken. The content security
 * policy is the proxy's, which goes before any that is set here.
 */
export function savedFile(
  { mediaType, fileName }: { mediaType: string; fileName: string },
  body: BodyInit,
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': attachment(fileName),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** In place of a file: a page that says why there is none. */
export function noFile(says: string, status: 400 | 404 | 410 = 404): Response {
  const safe = says.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const page = plainPage('There is nothing to download', [
    safe,
    '<a href="/">Go to the dashboard</a>',
  ]);
  return new Response(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
    },
  });
}
