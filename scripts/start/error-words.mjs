// Loaded before the app. Where a page breaks, Next answers with a document that only a script can
// fill (app/error.tsx); where a form breaks that was sent without one, with three words. This gives
// both the words of the error page, with a reference that instrumentation.ts writes into the log.
import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const UNPACK = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };
const EMPTY = '<html id="__next_error__">';
const DIGEST = /\\"digest\\":\\"(\w+)/;
const TITLE = '<title>Something went wrong – Board tracker</title>';

/** @param {string} reference of the entry in the log */
const words = (reference) => `
<main class="mx-auto max-w-wide px-4 py-7 sm:px-6 lg:px-8"><div class="max-w-measure space-y-5">
<h1>Something went wrong</h1>
<p class="text-lg">This page could not be shown. What was saved before is safe. If you were sending a form, look whether it was saved before you send it again.</p>
<p>If it happens again, tell whoever runs this service, and give them this reference: <strong>${reference}</strong>. It leads to the entry in their log.</p>
<p><a href="/">Go to the dashboard</a></p>
</div></main>`;

/** The document a reader without scripts is given in place of another. */
function withWords(text, reference) {
  if (text === 'Internal Server Error') {
    return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${TITLE}</head><body>${words(reference)}</body></html>`;
  }
  if (!text.includes(EMPTY)) return text;
  // The script would have the styles loaded.
  const styles = [...new Set(text.match(/\/_next\/static\/[\w./-]+\.css/g))]
    .map((href) => `<link rel="stylesheet" href="${href}">`)
    .join('');
  const shown = `<noscript>${styles}${words(DIGEST.exec(text)?.[1] ?? reference)}</noscript>`;
  return text
    .replace(EMPTY, '<html id="__next_error__" lang="en-GB">')
    .replace('</head>', `${TITLE}</head>`)
    .replace(/<body[^>]*>/, (body) => body + shown);
}

/**
 * Holds the answer to a request for a page back until it is whole, where it says that it broke.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function hold(request, response) {
  const reference = randomUUID().slice(0, 8);
  request.headers['x-reference'] = reference;
  if (!request.headers.accept?.includes('text/html')) return;

  const { writeHead, flushHeaders, write, end } = response;
  /** @type {Buffer[] | undefined} */
  let held;
  const holds = () => {
    const type = String(response.getHeader('Content-Type') ?? '');
    const breaks = response.statusCode === 500 && /^text\/(html|plain)/.test(type);
    if (breaks && !response.headersSent) held ??= [];
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
    return response.end(withWords(body.toString(), reference), args.find(isCallback));
  };
}

const { emit } = Server.prototype;
Server.prototype.emit = function emitHeld(event, ...args) {
  if (event === 'request') hold(args[0], args[1]);
  return emit.call(this, event, ...args);
};
