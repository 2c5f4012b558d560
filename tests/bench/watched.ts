import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Long enough for the timer that measures blocks to begin, and to see the last one. */
const TICK = 30;

/** What some work comes to, how many seconds it takes, and the longest that others wait meanwhile. */
export async function watched<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; blocked: number }> {
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  blocked.enable();
  // It measures from its first tick on: without one it never sees the block that comes first.
  await new Promise((resolve) => setTimeout(resolve, TICK));
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  await new Promise((resolve) => setTimeout(resolve, TICK));
  blocked.disable();
  return { result, seconds, blocked: blocked.max / 1e9 };
}
