import { choosePassword, getAccessLink, type OpenLink } from '@/lib/data/access-links';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { choosePasswordSchema } from '@/lib/domain/sign-in';
import { caller } from './caller';
import { now } from './clock';
import { database } from './database';
import { answerForm } from './form-action';
import { rememberDevice } from './known-device';
import { signOutHere } from './session';
import { waysInHere } from './ways-in';

/** Whom a link is for; null when it no longer works. Asking uses nothing up. */
export async function openLink(token: string): Promise<OpenLink | null> {
  try {
    return await getAccessLink({ db: database(), now: now() }, token);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** Uses a link up and sets the password. Nothing before this uses it up. */
export async function answerLink(token: string, state: FormState | undefined, form: FormData) {
  return answerForm(choosePasswordSchema, state, form, async ({ password }) => {
    // The page says so too, but may have been drawn before they were switched off.
    if (!(await waysInHere()).passwords) {
      throw new RuleError({ '': 'Passwords are not used here any more. Sign in the other way' });
    }
    try {
      const where = { db: database(), now: now() };
      const personId = await choosePassword(where, token, password, await caller());
      // Whoever holds the link is known here: what others tried from this network holds nobody off.
      await rememberDevice(personId, where.now);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      throw new RuleError({ '': 'This link has been used or is too old. Ask for a new one.' });
    }
    // Whoever sat here before is not the person whose link it is.
    await signOutHere();
    return { to: '/sign-in', done: 'password' };
  });
}
