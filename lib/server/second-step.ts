import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { renderSVG } from 'uqr';
import type { SecondStepContext } from '@/lib/data/second-step';
import { finishSignIn, getPendingSignIn } from '@/lib/data/sign-in';
import { innerAddress } from '@/lib/domain/inner-address';
import { sealerOf } from '@/lib/domain/sealer';
import { now } from './clock';
import { database } from './database';
import { entranceHere } from './entrance';
import { env } from './env';
import { rememberDevice } from './known-device';
import { cookieName, cookieOptions, deleteCookie } from './own-cookies';
import { signInAddress, startSession } from './session';

const PENDING_SECONDS = 600;

/** What the second step is checked with. */
export async function secondStepContext(): Promise<SecondStepContext> {
  return {
    ...(await entranceHere()),
    sealer: sealerOf(env().authSecret, 'second step'),
  };
}

/**
 * Remembers in this browser whose second step is awaited. It opens nothing.
 * @param to where they were going
 * @returns the address of the step
 */
export async function awaitSecondStep(
  { token, enrolled }: { token: string; enrolled: boolean },
  to: string | undefined,
): Promise<string> {
  (await cookies()).set(cookieName('pending'), token, cookieOptions(PENDING_SECONDS));
  const after = innerAddress(to);
  const onwards = after === '/' ? '' : `?to=${encodeURIComponent(after)}`;
  return `/sign-in/${enrolled ? 'second-step' : 'set-up'}${onwards}`;
}

/** Where a form of the second step leads on to, as it carries it. */
export function goingTo(form: unknown): string | undefined {
  const to = form instanceof FormData ? form.get('to') : null;
  return typeof to === 'string' ? to : undefined;
}

const tooLate = (to: string | undefined) => signInAddress(innerAddress(to), 'too-late');

/**
 * Whose second step is awaited in this browser; anybody else begins at the password.
 * @param to where they were going, from an address or a form
 */
export async function awaited(
  to: string | undefined,
): Promise<{ token: string; personId: string; enrolled: boolean }> {
  const token = (await cookies()).get(cookieName('pending'))?.value;
  const pending = token && (await getPendingSignIn({ db: database(), now: now() }, token));
  if (!token || !pending) redirect(tooLate(to));
  return { token, ...pending };
}

/** Makes a session of it. */
export async function passAwaited(
  { token, personId }: { token: string; personId: string },
  to: string | undefined,
): Promise<void> {
  const entrance = await entranceHere();
  const id = await finishSignIn(entrance, token);
  await deleteCookie('pending');
  if (!id) redirect(tooLate(to));
  await startSession(id);
  await rememberDevice(personId, entrance.now);
}

/** A QR code as the address of a picture: black on white in dark mode too, or no phone reads it. */
export function qrPicture(text: string): string {
  const svg = renderSVG(text, { border: 3 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
