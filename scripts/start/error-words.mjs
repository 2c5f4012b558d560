// Loaded before the app. Where a page breaks, Next answers with a document that only a script can
// fill (app/error.tsx); where a form breaks that was sent without one, or is of a build that had
// other actions, with three words. This gives each of them the words of a page of ours, with a
// reference that instrumentation.ts, or this, writes into the log.
import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const UNPACK = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };
const EMPTY = '<html id="__next_error__">';
const DIGEST = /\\"digest\\":\\"(\w+)/;
/** On an answer of Next's: the form calls an action that this build does not have. */
const NO_SUCH_ACTION = 'x-nextjs-action-not-found';

/**
 * @param {string} heading
 * @param {string} lead what happened, and what to do
 * @param {string} rest
 */
const page = (heading, lead, rest) => `
<main class="mx-auto max-w-wide px-4 py-7 sm:px-6 lg:px-8"><div class="max-w-measure space-y-5">
<h1>${heading}</h1>
<p class="text-lg">${lead}</p>
${rest}
</div></main>`;

/**
 * By the reference of a request that is being answered: what the app says of it where it failed
 * because of the database. See lib/server/trouble-answer.ts.
 * @type {Map<string, { title: string, page: string, sent: string, retryAfter: number } | null>}
 */
const troubles = new Map();
globalThis.boardTroubleAnswers = troubles;

/** @param {string} title */
const titled = (title) => `<title>${title} – Board tracker</title>`;

const WRONG = 'Something went wrong';
const OLDER = 'This page is from an older version of the service';

/**
 * @param {string} reference of the entry in the log
 * @param {boolean} sent whether it was a form
 */
const wrong = (reference, sent) =>
  page(
    WRONG,
    sent
      ? 'What you sent was not saved, as far as we know. Go back: your browser usually still has what you typed. Before you send it again, look whether it was saved after all.'
      : 'This page could not be shown. What was saved before is safe. If you were sending a form, look whether it was saved before you send it again.',
    `<p>If it happens again, tell whoever runs this service, and give them this reference: <strong>${reference}</strong>. It leads to the entry in their log.</p>
<p><a href="/">Go to the dashboard</a></p>`,
  );

/** @param {string} address of the page that the form stands on */
const older = (address) =>
  page(
    OLDER,
    'Nothing was saved. Go back, copy what you typed, and open the page again.',
    `<p><a href="${address}">Open the page again</a></p>`,
  );

/**
 * The address of a request as a link: of this site, whatever it holds.
 * @param {string | undefined} url
 */
function linkTo(url = '/') {
  const own = 'http://localhost';
  const { pathname, search } = new URL(URL.canParse(url, own) ? url : '/', own);
  const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`.replace(/[&<>"]/g, (one) => escapes[one]);
}

/**
 * @param {string} title
 * @param {string} body
 */
const whole = (title, body) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${titled(title)}</head><body>${body}</body></html>`;

/**
 * @param {{ title: string, page: string, sent: string }} trouble
 * @param {boolean} sent whether it was a form
 */
const inTrouble = (trouble, sent) =>
  page(
    trouble.title,
    sent ? trouble.sent : trouble.page,
    '<p><a href="/">Go to the dashboard</a></p>',
  );

/** The document a reader without scripts is given in place of another. */
function withWords(text, reference, sent) {
  const trouble = troubles.get(reference);
  const title = trouble?.title ?? WRONG;
  const words = (digest) => (trouble ? inTrouble(trouble, sent) : wrong(digest, sent));
  if (text === 'Internal Server Error') return whole(title, words(reference));
  if (!text.includes(EMPTY)) return text;
  // The script would have the styles loaded.
  const styles = [...new Set(text.match(/\/_next\/static\/[\w./-]+\.css/g))]
    .map((href) => `<link rel="stylesheet" href="${href}">`)
    .join('');
  const body = words(DIGEST.exec(text)?.[1] ?? reference);
  return text
    .replace(/<title>[^<]*<\/title>/, '')
    .replace(EMPTY, '<html id="__next_error__" lang="en-GB">')
    .replace('</head>', `${titled(title)}</head>`)
    .replace(/<body[^>]*>/, (tag) => `${tag}<noscript>${styles}${body}</noscript>`);
}

/**
 * One line in the app's log, as lib/server/log.ts writes them. Never the address: it can hold an
 * invitation's token.
 * @param {object} entry
 */
function log(entry) {
  const line = { level: 'warn', time: new Date().toISOString(), ...entry };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * Holds the answer to a request for a page back until it is whole, where it says that it broke.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function hold(request, response) {
  const reference = randomUUID().slice(0, 8);
  request.headers['x-reference'] = reference;
  troubles.set(reference, null);
  response.once('close', () => troubles.delete(reference));
  const sent = request.method === 'POST';
  // With 400 it is of no build at all: lib/server/before-app answers that.
  const isOlder = () => sent && response.statusCode !== 400 && response.hasHeader(NO_SUCH_ACTION);
  response.once('finish', () => {
    if (!isOlder()) return;
    const scripted = 'next-action' in request.headers;
    log({
      digest: reference,
      scripted,
      msg: 'A form of another build was sent; nothing was saved',
    });
  });
  const { writeHead, flushHeaders, write, end } = response;
  // The database is in the way, and will be there again.
  const statusOf = (status) => {
    const trouble = status === 500 ? troubles.get(reference) : null;
    if (trouble) response.setHeader('Retry-After', String(trouble.retryAfter));
    return trouble ? 503 : status;
  };
  if (!request.headers.accept?.includes('text/html')) {
    response.writeHead = (status, ...rest) => writeHead.call(response, statusOf(status), ...rest);
    return;
  }

  /** @type {Buffer[] | undefined} */
  let held;
  const holds = () => {
    const type = String(response.getHeader('Content-Type') ?? '');
    const breaks = response.statusCode === 500 && /^text\/(html|plain)/.test(type);
    if ((breaks || isOlder()) && !response.headersSent) held ??= [];
    return held !== undefined;
  };
  const keep = ([chunk, encoding]) => {
    if (typeof chunk !== 'string' && !ArrayBuffer.isView(chunk)) return;
    held?.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined));
  };
  const isCallback = (one) => typeof one === 'function';

  response.writeHead = (...args) => {
    if (!holds()) return writeHead.apply(response, args);
    const headers = args.find((one) => typeof one === 'object') ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };
  response.write = (...args) => {
    if (!holds()) return write.apply(response, args);
    keep(args);
    args.find(isCallback)?.();
    return true;
  };
  response.end = (...args) => {
    if (!holds()) return end.apply(response, args);
    keep(args);
    Object.assign(response, { writeHead, flushHeaders, write, end });
    let body = Buffer.concat(held ?? []);
    const unpack = UNPACK[String(response.getHeader('Content-Encoding'))];
    if (unpack && body.length > 0) body = unpack(body);
    for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) response.removeHeader(name);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const text = isOlder()
      ? whole(OLDER, older(linkTo(request.url)))
      : withWords(body.toString(), reference, sent);
    response.statusCode = statusOf(response.statusCode);
    return response.end(text, args.find(isCallback));
  };
}

const { emit } = Server.prototype;
Server.prototype.emit = function emitHeld(event, ...args) {
  if (event === 'request') hold(args[0], args[1]);
  return emit.call(this, event, ...args);
};
