import { tidyUp } from '@/lib/data/housekeeping';
import { now } from './clock';
import { database } from './database';
import { log } from './log';

const DAY = 86_400_000;

async function once(): Promise<void> {
  try {
    const deleted = await tidyUp({ db: database(), now: now() });
    log.info({ deleted }, 'Housekeeping is done');
  } catch (err) {
    // The next one does what this one left.
    log.error({ err }, 'Housekeeping failed');
  }
}

/** Deletes what has had its time, now and once a day; keeps no process alive by it. */
export function startHousekeeping(): void {
  void once();
  setInterval(() => void once(), DAY).unref();
}
