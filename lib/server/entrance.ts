import type { Entrance } from '@/lib/data/sign-in';
import { caller } from './caller';
import { now } from './clock';
import { database } from './database';

/** Where somebody tries to get in by this request. */
export async function entranceHere(): Promise<Entrance> {
  return { db: database(), now: now(), caller: await caller() };
}
