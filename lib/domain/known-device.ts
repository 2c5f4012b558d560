import { z } from 'zod';
import type { Sealer } from './sealer';
import { readStored } from './stored';

/**
 * A browser in which somebody has signed in. It opens nothing: it says that guesses made in it are
 * counted apart from those of strangers. Kept in a sealed cookie and nowhere else.
 */
export interface KnownDevice {
  personId: string;
  /** Tells this browser from the person's others. */
  id: string;
  since: Date;
}

/** How long a browser stays known that is not used to sign in. */
export const DEVICE_DAYS = 180;
/** How many people one browser is known by: the latest. */
const AT_ONCE = 5;

const heldSchema = z.array(z.tuple([z.string(), z.string(), z.number()]));

/** What the cookie holds, sealed. */
export function sealDevices(sealer: Sealer, devices: readonly KnownDevice[]): string {
  const held = devices.slice(0, AT_ONCE).map((one) => [one.personId, one.id, one.since.getTime()]);
  return Buffer.from(sealer.seal(JSON.stringify(held))).toString('base64url');
}

/** The browsers that a cookie says this one is; none of what we did not seal, or too long ago. */
export function openDevices(sealer: Sealer, cookie: string | undefined, now: Date): KnownDevice[] {
  if (!cookie || cookie.length > 2000) return [];
  const opened = sealer.open(Buffer.from(cookie, 'base64url'));
  if (opened === null) return [];
  return readStored(heldSchema, JSON.parse(opened), 'known browsers')
    .map(([personId, id, since]) => ({ personId, id, since: new Date(since) }))
    .filter(({ since }) => now.getTime() - since.getTime() < DEVICE_DAYS * 86_400_000);
}

/** The same with somebody who has just signed in there, first. */
export function withDevice(
  devices: readonly KnownDevice[],
  personId: string,
  newId: () => string,
  now: Date,
): KnownDevice[] {
  const known = devices.find((one) => one.personId === personId);
  const others = devices.filter((one) => one.personId !== personId);
  return [{ personId, id: known?.id ?? newId(), since: now }, ...others];
}
