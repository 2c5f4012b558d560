import { z } from 'zod';
import { requiredText } from './fields';
import { mendText } from './mend-text';

const WRONG_ADDRESS = 'Enter a web address that starts with https:// or http://';

const FILE_NAME = /\.(docx?|xlsx?|pptx?|pdf|od[tsp]|csv|txt|png|jpe?g|html?|msg|zip)$/i;
/** Browsers leave out line ends and tabs, and go where nobody reads that they go. */
const BREAKS = /[\n\t]/;
/** Marks that turn round what is read, and all others that nobody sees. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** 'www.example.org/x' as a browser's own bar takes it; what names a scheme stays as it is. */
function completed(text: string): string {
  const [, host = ''] = /^([^\s/?#@:\\]+)(?::\d+)?(?=[/?#]|$)/.exec(text) ?? [];
  const named = /[^.]\.[^.]*\p{L}[^.]*$/u.test(host) && !(host === text && FILE_NAME.test(host));
  return named ? `https://${text}` : text;
}

/** What stands between the scheme and the path, as typed. */
function authorityOf(url: string): string {
  return /^https?:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
}

/**
 * Why an address cannot be a link; null when it can. Only http and https: no javascript:, data: or
 * file: ever becomes one, and none that says one host and leads to another.
 */
export function refuseWebAddress(url: string): string | null {
  // 'https:example.org' is an address to URL, and a page of ours to a browser on one of ours.
  if (!/^https?:\/\//i.test(url)) return WRONG_ADDRESS;
  if (BREAKS.test(url)) return 'Take the line breaks and tabs out of the web address';
  if (UNSEEN.test(url)) return 'Take the characters that cannot be seen out of the web address';
  if (!URL.canParse(url)) return WRONG_ADDRESS;
  if (authorityOf(url).includes('@')) {
    return 'Take what stands before the @ out of the web address: it could pass for another site';
  }
  return new URL(url).hostname.includes('.') ? null : WRONG_ADDRESS;
}

/** An address of the web; one typed without https:// gets it. */
export function webAddress(missing: string) {
  return requiredText(missing, 2000)
    .transform(completed)
    .superRefine((url, context) => {
      const message = refuseWebAddress(url);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

export function optionalWebAddress() {
  return z
    .string()
    .optional()
    .transform((text) => mendText(text) || undefined)
    .pipe(webAddress('Enter a web address').optional());
}

/** Names that people trust at a glance, and what they end in where they are what they seem. */
const TRUSTED = [
  'gov',
  'nhs',
  'police',
  'parliament',
  'service',
  'microsoft',
  'sharepoint',
  'google',
];
const ENDINGS = /(^|\.)(gov|nhs|police|parliament|ac|mod)\.uk$/;
const LIKE_ENDINGS = /(^|[.-])(gov|nhs|police|parliament|ac|mod)[.-]uk(?=[.-]|$)/;

/** A label with the figures and pairs of letters that pass for others read as those. */
function asRead(label: string): string {
  return label
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('5', 's')
    .replaceAll('3', 'e')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

function looksLikeTrusted(host: string): boolean {
  if (LIKE_ENDINGS.test(host) && !ENDINGS.test(host)) return true;
  return host
    .split(/[.-]/)
    .some(
      (label) => !TRUSTED.includes(label) && TRUSTED.some((name) => asRead(name) === asRead(label)),
    );
}

interface Host {
  /** As browsers ask for it: letters of other alphabets as "xn--…". */
  name: string;
  /** Why it may not be what it seems; null where nothing says so. */
  odd: string | null;
}

/** Where a link leads, in full. Null for what is no address. */
export function hostOf(url: string): Host | null {
  if (!URL.canParse(url)) return null;
  const { hostname, host, username, password } = new URL(url);
  const odd =
    username || password
      ? 'the address says another name before it'
      : /^[\d.]+$|^\[/.test(hostname)
        ? 'a number, where a name belongs'
        : /(^|\.)xn--/.test(hostname)
          ? 'letters of other alphabets, which can pass for ours'
          : looksLikeTrusted(hostname)
            ? 'it looks like a name that it is not'
            : null;
  return { name: host, odd };
}
