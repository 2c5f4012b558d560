/** Of the process: what is bundled twice still shares it. */
const shared = globalThis as { [FORWARDED_AT]?: Date };
const FORWARDED_AT = Symbol.for('board-tracker.forwarded-at');

/** Notes that forwarded headers came from nobody that is trusted. @returns whether it is new */
export function noteForwarded(now: Date): boolean {
  const first = shared[FORWARDED_AT] === undefined;
  shared[FORWARDED_AT] ??= now;
  return first;
}

/** When forwarded headers first came from nobody that is trusted, since this process started. */
export function forwardedAt(): Date | null {
  return shared[FORWARDED_AT] ?? null;
}
