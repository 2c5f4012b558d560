import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import {
  DEVICE_DAYS,
  type KnownDevice,
  openDevices,
  sealDevices,
  withDevice,
} from '@/lib/domain/known-device';
import { sealerOf } from '@/lib/domain/sealer';
import { env } from './env';
import { cookieName, cookieOptions } from './own-cookies';

const sealer = () => sealerOf(env().authSecret, 'known device');

/** Whom this browser is known by. */
export async function knownDevices(now: Date): Promise<KnownDevice[]> {
  return openDevices(sealer(), (await cookies()).get(cookieName('device'))?.value, now);
}

/**
 * Makes this browser one that somebody has signed in from. Signing out leaves it so; signing out
 * everywhere does not.
 */
export async function rememberDevice(personId: string, now: Date): Promise<void> {
  const devices = withDevice(await knownDevices(now), personId, randomUUID, now);
  const sealed = sealDevices(sealer(), devices);
  (await cookies()).set(cookieName('device'), sealed, cookieOptions(DEVICE_DAYS * 86_400));
}
