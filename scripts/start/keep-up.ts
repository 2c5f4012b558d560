import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child';

/** How long it is waited before the app is started again, in seconds. */
const LONGEST_PAUSE = 60;
/** An app that served for so long was well: the next pause is the first again. */
const WELL_AFTER = 60_000;

/** @param failures how many starts in a row did not serve for a while, this one included */
export function pauseBefore(failures: number): number {
  return Math.min(2 ** (failures - 1), LONGEST_PAUSE);
}

/**
 * Starts the app again whenever it ends by itself, and says so. Nothing saved is lost by that: an
 * answer is given once the database has it.
 * @param first the app that serves now
 * @param isStopping whether it ended because it was told to
 * @param start starts another
 * @param untilLive waits until it answers, or is gone
 */
export async function keepUp(
  first: Child,
  isStopping: () => boolean,
  start: () => Promise<Child>,
  untilLive: (going: () => boolean) => Promise<boolean>,
): Promise<never> {
  let [app, failures, since] = [first, 0, Date.now()];
  for (;;) {
    const how = await app.exited;
    if (isStopping()) return new Promise(() => {});
    if (Date.now() - since > WELL_AFTER) failures = 0;
    failures += 1;
    const pause = pauseBefore(failures);
    const seconds = pause === 1 ? '1 second' : `${pause} seconds`;
    console.error(
      `The app ended by itself (${how}). Nothing saved is lost. It is started again in ${seconds}.`,
    );
    await sleep(pause * 1000);
    app = await start();
    since = Date.now();
    let going = true;
    app.exited.then(() => {
      going = false;
    });
    if (await untilLive(() => going)) console.log('The app serves again.');
  }
}
