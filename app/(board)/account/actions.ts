'use server';

import { redirect } from 'next/navigation';
import { signOutEverywhere } from '@/lib/data/sessions';
import { caller } from '@/lib/server/caller';
import { forgetAllTyped } from '@/lib/server/kept-form';
import { rememberDevice } from '@/lib/server/known-device';
import { sealedNotice, withDone } from '@/lib/server/sealed-notice';
import { forgetBrowser, sessionId, signedIn, signInAddress } from '@/lib/server/session';

/** Ends the reader's other sign-ins. */
export async function signOutElsewhereAction(): Promise<never> {
  const context = await signedIn();
  await signOutEverywhere(context, await caller(), (await sessionId()) ?? undefined);
  await rememberDevice(context.actor.id, context.now);
  redirect(withDone('/account', sealedNotice('signed-out-elsewhere', context.actor.id)));
}

/** Ends all of the reader's sign-ins, this one included. */
export async function signOutEverywhereAction(): Promise<never> {
  await signOutEverywhere(await signedIn(), await caller());
  await forgetAllTyped();
  await forgetBrowser();
  redirect(signInAddress('/', 'signed-out'));
}
