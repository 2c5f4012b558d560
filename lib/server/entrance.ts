import type { Entrance } from '@/lib/data/sign-in';
import { caller } from './caller';
import { now } from './clock';
import { database } from './database';
import { signInRules } from './env';
import { knownDevices } from './known-device';

/** Where somebody tries to get in by this request. */
export async function entranceHere(): Promise<Entrance> {
  const at = now();
  return {
    db: database(),
    now: at,
    caller: await caller(),
    devices: await knownDevices(at),
    rules: signInRules(),
  };
}
