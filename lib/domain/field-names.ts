/** Names of fields whose values are shown and kept nowhere. */
export const SECRET_FIELDS: ReadonlySet<string> = new Set(['password', 'present', 'again', 'code']);

const MOST_FIELDS = 20_000;

/**
 * Whether a form holds more than any of ours could, or names a place in a list that is far too far
 * along. Conform makes a list as long as the index is large, and schemas walk it: one short field
 * would hold everybody up for seconds.
 * @param names of its fields
 */
export function isUnreadable(names: Iterable<string>): boolean {
  let count = 0;
  for (const name of names) {
    count += 1;
    if (count > MOST_FIELDS || /\[\s*\d{4,}/.test(name)) return true;
  }
  return false;
}
