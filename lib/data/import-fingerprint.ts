import { createHash } from 'node:crypto';
import type { PreviewRow } from '@/lib/domain/import-model';

/** Keys in one order, so that the same value has one text. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, settled(held)]),
  );
}

/**
 * What all rows of a file would do, in short: a form carries that of its preview, and what it does
 * is what was shown only while the register still gives the same. What a row would change from is
 * part of it: words that somebody else has written since are not written over unseen.
 */
export function fingerprintOf(rows: readonly PreviewRow[]): string {
  const hash = createHash('sha256');
  for (const { row, state, changes, write } of rows) {
    const from = changes.map((one) => [one.field, one.from]);
    if (write) hash.update(`${JSON.stringify([row, state, from, settled(write)])}\n`);
  }
  return hash.digest('base64url');
}
