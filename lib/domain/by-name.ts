const LETTERS = new Intl.Collator('en-GB');

/** In the order of a dictionary: PostgreSQL's own may put every capital first. */
export function byName(a: { name: string }, b: { name: string }): number {
  return LETTERS.compare(a.name, b.name);
}
