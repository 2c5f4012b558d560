const INSIDE = 'http://inside.invalid';

/**
 * The address to follow after a form, where a reader brought one along.
 * @param to anything at all
 * @returns path, query and anchor, always within the app; '/' in place of whatever might lead out of it
 */
export function innerAddress(to: string | undefined): string {
  if (!to?.startsWith('/') || !URL.canParse(to, INSIDE)) return '/';
  const { origin, pathname, search, hash } = new URL(to, INSIDE);
  // Looked at as it comes out: '/.//elsewhere' goes in harmless and is '//elsewhere' by then.
  return origin === INSIDE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
