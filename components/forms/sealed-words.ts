import { SECRET_FIELDS } from '@/lib/domain/field-names';
import type { FormState } from '@/lib/domain/form-state';

/** What was typed into a form and is not saved yet. */
export interface Words {
  values: FormState['values'];
  /** A file had been chosen: it cannot be kept. */
  file: boolean;
}

const PREFIX = 'words ';
const NONCE = 12;

/** What an address names that was added on the way through a form, and is chosen in it. */
const ADDED = ['person', 'organisation'];

/** The ids of what was added on the way, and is newer than words from before. */
export function addedOnTheWay(): Set<string> {
  const query = new URLSearchParams(window.location.search);
  return new Set(ADDED.flatMap((name) => query.getAll(name)));
}

/** Where the words of a form lie: of this page, and of which of its forms. */
export function placeOf(formName: string): string {
  const query = new URLSearchParams(window.location.search);
  // What was done, or added on the way, is no part of where one is.
  for (const name of ['done', ...ADDED]) query.delete(name);
  return `${PREFIX}${window.location.pathname}?${query} ${formName}`;
}

/** What of a form can be kept: neither files nor secrets, nor what only its sending needs. */
export function wordsOf(form: HTMLFormElement): Words {
  const values: Record<string, string | string[]> = {};
  let file = false;
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') {
      file ||= value.size > 0;
      continue;
    }
    const field = form.elements.namedItem(name);
    const secret = field instanceof HTMLInputElement && field.type === 'password';
    if (secret || SECRET_FIELDS.has(name) || name.startsWith('$')) continue;
    const known = values[name];
    values[name] = known === undefined ? value : [known, value].flat();
  }
  return { values, file };
}

/** What a page puts into its forms itself. */
const OF_THE_PAGE = /^(submissionId|basedOn|formName|\$.*|.*\.drawn)$/;

/** The same text for the same filling: tells whether anything was typed, secrets too. Kept nowhere. */
export function traceOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter(([name]) => !OF_THE_PAGE.test(name));
  return JSON.stringify(
    filled.map(([name, value]) => [name, typeof value === 'string' ? value : value.size]),
  );
}

/** The trace of the form as its page drew it, whatever was typed before its scripts had come. */
export function drawnTraceOf(form: HTMLFormElement): string {
  const drawn = form.cloneNode(true) as HTMLFormElement;
  drawn.reset();
  return traceOf(drawn);
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const textOf = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));

let imported: { text: string; key: Promise<CryptoKey> } | undefined;

/** Browsers seal on secure connections only. */
function keyOf(text: string): Promise<CryptoKey> | null {
  if (!globalThis.crypto?.subtle) return null;
  if (imported?.text !== text) {
    const key = crypto.subtle.importKey('raw', bytesOf(text), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    imported = { text, key };
  }
  return imported.key;
}

/** Whether this browser can keep words at all. */
export function canKeep(sealKey: string | null): boolean {
  return sealKey !== null && keyOf(sealKey) !== null;
}

const waiting = new Map<string, { sealKey: string; words: Words }>();
let sealing = false;

/** Keeps the words of a place, sealed, in this tab and nowhere else. The latest ones win. */
export function keepWords(sealKey: string, place: string, words: Words): void {
  waiting.set(place, { sealKey, words });
  if (!sealing) void sealAll();
}

async function sealAll(): Promise<void> {
  sealing = true;
  for (const [place, { sealKey, words }] of waiting) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const text = new TextEncoder().encode(JSON.stringify(words));
    const key = await keyOf(sealKey);
    if (!key) break;
    // Bound to its place: nobody can move it to another form.
    const additionalData = new TextEncoder().encode(place);
    const body = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce, additionalData },
      key,
      text,
    );
    // Typed on, saved or cleared meanwhile: this is not what is to be kept any more.
    if (waiting.get(place)?.words !== words) continue;
    waiting.delete(place);
    try {
      sessionStorage.setItem(place, textOf(new Uint8Array([...nonce, ...new Uint8Array(body)])));
    } catch {
      // There is no room, or none is allowed: they are on the page, and leaving it asks.
    }
  }
  sealing = false;
}

/** The words that were kept of a place; null where there are none that this key opens. */
export async function openWords(sealKey: string, place: string): Promise<Words | null> {
  const held = sessionStorage.getItem(place);
  const key = held && (await keyOf(sealKey));
  if (!held || !key) return null;
  const bytes = bytesOf(held);
  const additionalData = new TextEncoder().encode(place);
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, NONCE), additionalData },
      key,
      bytes.subarray(NONCE),
    );
    return JSON.parse(new TextDecoder().decode(text)) as Words;
  } catch {
    // Somebody else's, who may come back; or of before a sign-out, and nobody can read it any more.
    return null;
  }
}

/** Forgets the words of a place. */
export function forgetWords(place: string): void {
  waiting.delete(place);
  sessionStorage.removeItem(place);
}

/** Forgets all words of this tab. */
export function forgetAllWords(): void {
  waiting.clear();
  for (const place of Object.keys(sessionStorage)) {
    if (place.startsWith(PREFIX)) sessionStorage.removeItem(place);
  }
}
