import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { ASK_AGAIN_SECONDS, troubleOf, troubleWords } from '@/lib/domain/trouble';
import { type BusyError, isBusy } from '@/lib/domain/turns';
import { log } from './log';
import { plainPage } from './plain-page';

const DASHBOARD = '<a href="/">Go to the dashboard</a>';

/** In place of a file that has to wait: a page that says what for. */
function busy({ own, message }: BusyError): Response {
  const title = own ? 'Your other download is still being made' : 'Many files are being made';
  const page = plainPage(title, [message, DASHBOARD]);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '10',
  };
  return new Response(page, { status: own ? 429 : 503, headers });
}

/**
 * A route handler that people open in a browser. What breaks in it is answered with a page that
 * says so, as on other pages (app/error.tsx): its reference is in the log, its words are not here.
 */
export function route<Props>(
  answer: (request: Request, props: Props) => Promise<Response>,
): (request: Request, props: Props) => Promise<Response> {
  return async (request, props) => {
    try {
      return await answer(request, props);
    } catch (error) {
      // Redirects are thrown too.
      unstable_rethrow(error);
      // Nobody reads what is answered to whoever has gone.
      if (request.signal.aborted) return new Response(null, { status: 503 });
      if (isBusy(error)) return busy(error);
      const trouble = troubleOf(error);
      if (trouble) {
        log.error({ err: error }, 'A request failed');
        const { title, page } = troubleWords(trouble);
        return answered(503, plainPage(title, [page, DASHBOARD]), {
          'Retry-After': String(ASK_AGAIN_SECONDS),
        });
      }
      const reference = randomUUID().slice(0, 8);
      log.error({ digest: reference, err: error }, 'A request failed');
      const page = plainPage('Something went wrong', [
        'What you asked for could not be made. What was saved before is safe.',
        `If it happens again, tell whoever runs this service, and give them this reference: <strong>${reference}</strong>. It leads to the entry in their log.`,
        DASHBOARD,
      ]);
      return answered(500, page);
    }
  };
}

function answered(status: number, page: string, headers: HeadersInit = {}): Response {
  return new Response(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
