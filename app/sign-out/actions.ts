'use server';

import { redirect } from 'next/navigation';
import { signOutHere } from '@/lib/server/session';

/** Ends the session. */
export async function signOutAction(): Promise<void> {
  await signOutHere();
  redirect('/sign-in?done=signed-out');
}
