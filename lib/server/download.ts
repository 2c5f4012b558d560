import { appendDownload, type Download } from '@/lib/data/downloads';
import { countDownload } from '@/lib/data/unusual';
import { attachment } from '@/lib/domain/attachment';
import type { PersonActor } from '@/lib/domain/permissions';
import { caller } from './caller';
import { plainPage } from './plain-page';
import { signedIn } from './session';
import { takeListTurn } from './turns';

/**
 * Notes who is handed a file, before it is. Whoever asks for its headers alone (HEAD) is handed
 * nothing. As of now, also where the file shows an earlier day.
 */
export async function noteDownload(request: Request, download: Download): Promise<void> {
  if (request.method !== 'GET') return;
  const context = await signedIn();
  await appendDownload(context, download);
  await countDownload(context, await caller());
}

/** Whoever takes nothing for so long, in milliseconds, is sent no more. */
const PATIENCE = 60_000;

/**
 * Hands the bytes over as fast as they are read away, and no faster.
 * @param over called once all is sent, or nobody takes it any more
 */
export function streamed(
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  over: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  let waiting: NodeJS.Timeout | undefined;
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { value, done } = await bytes.next();
        if (done) {
          over();
          controller.close();
          return;
        }
        controller.enqueue(value);
        waiting = setTimeout(() => {
          over();
          controller.error(new Error('Nobody took the rest of a file.'));
          void bytes.return(undefined);
        }, PATIENCE).unref();
      } catch (error) {
        over();
        throw error;
      }
    },
    async cancel() {
      clearTimeout(waiting);
      over();
      await bytes.return(undefined);
    },
  });
}

/**
 * Sends a list as it is read, when it is somebody's turn.
 * @param open notes the download, and begins to read
 * @throws BusyError
 */
export async function sentInTurn(
  request: Request,
  { actor }: { actor: PersonActor },
  file: { mediaType: string; fileName: string },
  open: () => Promise<AsyncGenerator<Uint8Array<ArrayBuffer>>>,
): Promise<Response> {
  const { signal } = request;
  const over = await takeListTurn({ actor, signal });
  signal.addEventListener('abort', over);
  try {
    const bytes = await open();
    // Nobody reads away what is not sent.
    if (request.method === 'HEAD') over();
    return savedFile(file, request.method === 'HEAD' ? null : streamed(bytes, over));
  } catch (error) {
    over();
    throw error;
  }
}

/**
 * An answer that is saved, never shown: nothing in it can run here. Next sends a stream in chunks,
 * without a Content-Length; one that breaks off is still seen to be broken. The content security
 * policy is the proxy's, which goes before any that is set here.
 */
export function savedFile(
  { mediaType, fileName }: { mediaType: string; fileName: string },
  body: BodyInit | null,
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
