import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepOffConsole } from '@/lib/server/keep-off-console';
import { log } from '@/lib/server/log';
import { refuse } from './refuse';

/** What Next, its parsers of forms and React say of a body that holds no form of ours. */
const SAID = [
  /^(Malformed (part header|content type|urlencoded form)|Unexpected end of (form|file)|Multipart: Boundary not found)$/,
  /^(Unsupported content type: .*|Missing Content-Type)$/,
  /^Failed to parse body as FormData/,
  /^Invalid (forward )?reference\.$/,
  /^Invalid (Map|Set|Iterator) initializer\.$/,
  /^Invalid data for bytes stream\.$/,
  /^Already initialized (Map|Set|Iterator|stream|typed array)\.$/,
  /^Connection closed\.$/,
  /^(Referenced Blob is not a Blob|BigInt is too large)/,
  /^Maximum array nesting exceeded/,
  /^Server (Function has too many bound arguments|Action arguments list is too long)/,
  /^Expected an initialized chunk but got/,
  /^Could not reference an opaque temporary reference/,
  /^React doesn't accept base64 encoded file uploads/,
  /^Reply finished with incomplete file part/,
  /^Invalid Server Actions request/,
];

/** References of the requests whose forms could not be read, until they are answered. */
const unreadable = new Set<string>();

/** JSON that Next itself could not read: that of our own code is a fault of ours. */
const NEXTS_JSON = /^\s*at JSON\.parse \(<anonymous>\)\n.*[/\\]next-server[/\\]app-page/m;

function isUnreadable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof SyntaxError) return NEXTS_JSON.test(error.stack ?? '');
  return SAID.some((pattern) => pattern.test(error.message));
}

/** Notes an error that says that what was sent could not be read, rather than that something broke. */
export function noteIfUnreadable(error: Error, reference: string): boolean {
  if (!isUnreadable(error)) return false;
  unreadable.add(reference);
  return true;
}

/** What anybody can send is one line of the log. */
export function printNoUnreadable(): void {
  keepOffConsole(isUnreadable, 'error', 'warn');
}

/** Where a form could not be read, Next answers 500. It says what broke: that is not ours. */
export function answerUnreadable(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, flushHeaders, write, end } = response;
  const kept: Uint8Array[] = [];
  // Of an id that no action of any build has, it says 400 by itself, but in three words.
  const isNoAction = () =>
    response.statusCode === 400 && response.hasHeader('x-nextjs-action-not-found');
  const holds = () => (response.statusCode === 500 || isNoAction()) && !response.headersSent;
  const keep = (piece: unknown, encoding: unknown) => {
    if (typeof piece === 'string') {
      kept.push(Buffer.from(piece, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'));
    } else if (piece instanceof Uint8Array) kept.push(piece);
  };
  const callBack = (args: unknown[]) => {
    const done = args.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (done) process.nextTick(done);
  };
  const own = {
    writeHead(...args: unknown[]) {
      const [status, ...more] = args;
      if (typeof status === 'number') response.statusCode = status;
      if (!holds()) return (writeHead as (...all: unknown[]) => unknown).apply(response, args);
      const headers = more.find((one) => typeof one === 'object' && one !== null) ?? {};
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return response;
    },
    flushHeaders() {
      if (!holds()) flushHeaders.call(response);
    },
    write(...args: unknown[]) {
      if (!holds()) return (write as (...all: unknown[]) => boolean).apply(response, args);
      keep(args[0], args[1]);
      callBack(args);
      return true;
    },
    end(...args: unknown[]) {
      Object.assign(response, { writeHead, flushHeaders, write, end });
      if (!holds()) return (end as (...all: unknown[]) => unknown).apply(response, args);
      const reference = String(request.headers['x-reference']);
      if (isNoAction()) {
        const what = { digest: reference, said: 'No such action' };
        log.warn(what, 'A form that could not be read was turned away');
      }
      if (unreadable.delete(reference) || isNoAction()) {
        for (const name of [
          ...['Content-Encoding', 'ETag', 'Transfer-Encoding', 'x-nextjs-action-not-found'],
        ]) {
          response.removeHeader(name);
        }
        refuse(request, response, 'unreadable');
        callBack(args);
        return response;
      }
      for (const piece of kept) response.write(piece);
      return (end as (...all: unknown[]) => unknown).apply(response, args);
    },
  };
  Object.assign(response, own);
  response.once('close', () => unreadable.delete(String(request.headers['x-reference'])));
}
