import type { Entrance } from '@/lib/data/sign-in';
import { caller } from './caller';
import { database } from './database';

/** Where somebody tries to get in by this request. */
export async function entranceHere(): Promise<Entrance> {
  return { db: database(), now: new Date(), caller: await caller() };
}
