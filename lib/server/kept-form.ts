import { cookies } from 'next/headers';
import { forgetKeptForm, getKeptForm, keepForm } from '@/lib/data/kept-forms';
import type { FormState } from '@/lib/domain/form-state';
import type { KeptForm } from '@/lib/domain/kept-form';
import { database } from './database';
import {
  cookieName,
  cookieOptions,
  currentContext,
  deleteCookie,
  here,
  sessionId,
} from './session';

/** Keeps what was typed while nobody was signed in any more, for when they are again. */
export async function keepTyped(values: FormState['values']): Promise<void> {
  const ended = await sessionId();
  if (!ended || Object.keys(values).length === 0) return;
  const id = await keepForm({ db: database(), now: new Date() }, ended, await here(), values);
  if (id) (await cookies()).set(cookieName('kept'), id, cookieOptions(3600));
}

/** What the reader had typed before, for the page it was typed on. */
export async function keptForm(): Promise<KeptForm | null> {
  const id = (await cookies()).get(cookieName('kept'))?.value;
  const context = id && /^[0-9a-f-]{36}$/.test(id) ? await currentContext() : null;
  return context && id ? getKeptForm(context, id) : null;
}

/** Forgets it: a form was saved. */
export async function forgetTyped(): Promise<void> {
  const id = (await cookies()).get(cookieName('kept'))?.value;
  if (!id) return;
  const context = /^[0-9a-f-]{36}$/.test(id) ? await currentContext() : null;
  if (context) await forgetKeptForm(context, id);
  await deleteCookie('kept');
}
