import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from '@/lib/data/health';
import { database } from './database';
import { env } from './env';

/** Whoever asks has an answer within two seconds, whatever the database does: milliseconds. */
const PATIENCE = 1000;

let asking: Promise<boolean> | undefined;

/** Whether the database answers in time, and is as new as this code. All who ask share one look. */
export async function isReadyInTime(): Promise<boolean> {
  asking ??= isReady(database(), env().schemaVersion).finally(() => {
    asking = undefined;
  });
  const given = new AbortController();
  try {
    return await Promise.race([asking, sleep(PATIENCE, false, { signal: given.signal })]);
  } finally {
    given.abort();
  }
}
