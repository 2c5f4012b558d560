'use server';

import { redirect } from 'next/navigation';
import { signOutEverywhere } from '@/lib/data/sessions';
import { caller } from '@/lib/server/caller';
import { forgetBrowser, sessionId, signedIn } from '@/lib/server/session';

/** Ends the reader's other sign-ins. */
export async function signOutElsewhereAction(): Promise<never> {
  const context = await signedIn();
  await signOutEverywhere(context, await caller(), (await sessionId()) ?? undefined);
  redirect('/account?done=signed-out-elsewhere');
}

/** Ends all of the reader's sign-ins, this one included. */
export async function signOutEverywhereAction(): Promise<never> {
  await signOutEverywhere(await signedIn(), await caller());
  await forgetBrowser();
  redirect('/sign-in?done=signed-out');
}
