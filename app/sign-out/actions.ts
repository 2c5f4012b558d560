'use server';

import { redirect } from 'next/navigation';
import { signInAddress, signOutHere } from '@/lib/server/session';

/** Ends the session. */
export async function signOutAction(): Promise<never> {
  await signOutHere();
  redirect(signInAddress('/', 'signed-out'));
}
