'use server';

import { redirect } from 'next/navigation';
import { forgetAllTyped } from '@/lib/server/kept-form';
import { signInAddress, signOutHere } from '@/lib/server/session';

/** Ends the session. */
export async function signOutAction(): Promise<never> {
  await forgetAllTyped();
  await signOutHere();
  redirect(signInAddress('/', 'signed-out'));
}
