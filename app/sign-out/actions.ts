'use server';

import { redirect } from 'next/navigation';
import { signOutHere } from '@/lib/server/session';

/** Ends the session. */
export async function signOutAction(): Promise<never> {
  await signOutHere();
  redirect('/sign-in?done=signed-out');
}
