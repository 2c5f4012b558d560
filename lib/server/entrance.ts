import type { Entrance } from '@/lib/data/sign-in';
import { caller } from './caller';
import { database } from './database';
import { signInRules } from './env';
import { knownDevices } from './known-device';

/** Where somebody tries to get in by this request. */
export async function entranceHere(): Promise<Entrance> {
  const now = new Date();
  return {
    db: database(),
    now,
    caller: await caller(),
    devices: await knownDevices(now),
    rules: signInRules(),
  };
}
