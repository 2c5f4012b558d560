/** What is known of a form that was sent, and had no answer that a form can have. */
export interface SendOutcome {
  /** Of the answer; null where none came. */
  status: number | null;
  /** Nobody answered for so long that it was given up. */
  timedOut: boolean;
  /** What the app itself said, in a sentence. */
  words: string | null;
}

const NONE: SendOutcome = { status: null, timedOut: false, words: null };
const ANSWER_MS = 60_000;
/** The slowest connection that a file is waited for, in bytes a millisecond. */
const SLOWEST = 30;

let last: SendOutcome = NONE;
let waiting: ReturnType<typeof setTimeout> | undefined;
let watching = false;

/** How long an answer may take: a large file needs its time to get there. */
function patience(body: unknown): number {
  let bytes = 0;
  if (body instanceof FormData) {
    for (const [, value] of body) if (typeof value !== 'string') bytes += value.size;
  }
  return ANSWER_MS + bytes / SLOWEST;
}

async function ownWords(answer: Response): Promise<string | null> {
  const plain = answer.headers.get('content-type')?.startsWith('text/plain');
  // Anybody on the way may answer in plain text; this header is the app's.
  if (!plain || answer.headers.get('x-refused') === null) return null;
  return answer.clone().text();
}

/**
 * Next sends a form with the global fetch, waits for ever, and tells its caller neither the status
 * of the answer nor whether there was one. So its requests, and no others, are looked at here.
 */
export function watchSends(): void {
  if (watching) return;
  watching = true;
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (!new Headers(init?.headers).has('next-action')) return send(input, init);
    last = NONE;
    const given = new AbortController();
    waiting = setTimeout(() => {
      last = { ...NONE, timedOut: true };
      given.abort();
    }, patience(init?.body));
    const answer = await send(input, { ...init, signal: given.signal });
    last = { ...NONE, status: answer.status, words: await ownWords(answer) };
    return answer;
  };
}

/** What became of the form that was sent last. Nobody waits for it any more: it was read, or failed. */
export function endSend(): SendOutcome {
  clearTimeout(waiting);
  return last;
}
