/**
 * Whether a request that may write comes from a page of this app. Browsers say where a form was
 * sent from, and no page can make them say otherwise; what says nothing is not taken for ours.
 * @param appUrl the app's own address, as APP_URL has it
 */
export function isFromHere(headers: Headers, appUrl: string): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin';
  // 'null' among others: a sandboxed frame, a file, a page that hides where it is.
  if (!URL.canParse(origin)) return false;
  const own = new URL(appUrl);
  if (origin === own.origin) return true;
  // The app may answer under another name than APP_URL's, but never for a page that was not
  // fetched securely when its own are.
  const { host, protocol } = new URL(origin);
  return host === headers.get('host') && (protocol === own.protocol || protocol === 'https:');
}

/** Where a request says that it comes from, fit for the log: no path, no name, no password. */
export function originSeen(headers: Headers): string {
  const origin = headers.get('origin');
  if (origin === null) return 'none';
  return URL.canParse(origin) ? new URL(origin).origin.slice(0, 200) : 'not an address';
}
