/** Numbers that look random and are the same in every run: what fails once fails again. */
export function randomFrom(seed: number) {
  let state = seed;
  /** From 0 up to, not including, 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[below(from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  /** Up to `most` of them, in their order, each once. */
  const some = <T>(from: readonly T[], most: number): T[] => {
    const wanted = new Set(Array.from({ length: below(most + 1) }, () => below(from.length)));
    return from.filter((_, index) => wanted.has(index));
  };
  const chance = (of: number): boolean => next() < of;
  return { next, below, pick, some, chance };
}
export type Random = ReturnType<typeof randomFrom>;
