import type { PreviewRow, RowWrite } from './import-model';

/** JSON whose keys are in one order, so that equal things read the same. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** 53 bits of a text, in base 36 (cyrb53, in the public domain). */
export function shortHash(text: string, seed = 0): string {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/**
 * What tells whether rows still ask for the same. Of rows as they are previewed, that takes in from
 * what they change: another writer in between is seen even where the write itself stays.
 */
export function fingerprint(chosen: ReadonlyArray<PreviewRow | RowWrite>): string {
  const text = ordered(
    chosen.map((one) =>
      'changes' in one
        ? [
            one.row,
            one.state,
            one.reference,
            one.changes.map(({ field, from, to }) => [field, from, to]),
            one.write,
          ]
        : one,
    ),
  );
  return `${shortHash(text, 1)}${shortHash(text, 2)}${text.length.toString(36)}`;
}
