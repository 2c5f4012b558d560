import { openEvidenceFile } from '@/lib/data/evidence';
import { attachment } from '@/lib/domain/attachment';
import { GoneError, NotFoundError } from '@/lib/domain/errors';
import { signedIn } from '@/lib/server/session';

/** Hands the bytes over as fast as they are read away, and no faster. */
function streamed(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array> {
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
 * Downloads a file of evidence. It is saved, never shown: nothing in it can run here. Next sends a
 * stream in chunks, without a Content-Length; one that breaks off is still seen to be broken. The
 * content security policy is the proxy's, which goes before any that is set here.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const context = await signedIn();
  try {
    const file = await openEvidenceFile(context, (await params).id);
    return new Response(streamed(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Disposition': attachment(file.fileName),
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    const gone = error instanceof GoneError;
    if (!gone && !(error instanceof NotFoundError)) throw error;
    const says = gone ? error.message : 'There is no such file, or you may not see it.';
    return new Response(`${says}\n`, {
      status: gone ? 410 : 404,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'private, no-store',
      },
    });
  }
}
