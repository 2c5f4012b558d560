import { cookies } from 'next/headers';
import { forgetKeptForms, keepForm, listKeptForms } from '@/lib/data/kept-forms';
import type { FormState } from '@/lib/domain/form-state';
import type { KeptForm } from '@/lib/domain/kept-form';
import { now } from './clock';
import { database } from './database';
import { cookieName, cookieOptions, deleteCookie } from './own-cookies';
import { currentContext, here, sessionId } from './session';

/** As many as one person may have waiting: of several tabs, each keeps its own. */
const MOST = 5;
const ID = /^[0-9a-f-]{36}$/;

async function keptIds(): Promise<string[]> {
  const held = (await cookies()).get(cookieName('kept'))?.value ?? '';
  return held.split('.').filter((id) => ID.test(id));
}

/**
 * Keeps what was typed while nobody was signed in any more, for when they are again.
 * @returns whether it is kept: not for a browser that says of no session whose words they are
 */
export async function keepTyped(values: FormState['values']): Promise<boolean> {
  const ended = await sessionId();
  if (!ended) return false;
  const id = await keepForm({ db: database(), now: now() }, ended, await here(), values);
  if (!id) return false;
  const ids = [id, ...(await keptIds())].slice(0, MOST);
  (await cookies()).set(cookieName('kept'), ids.join('.'), cookieOptions(3600));
  return true;
}

/** What the reader had typed before, with the pages it was typed on. */
export async function keptForms(): Promise<KeptForm[]> {
  const ids = await keptIds();
  const context = ids.length > 0 ? await currentContext() : null;
  return context ? listKeptForms(context, ids) : [];
}

/** Forgets what was kept of a page: its form was saved. */
export async function forgetTyped(): Promise<void> {
  await forget(await here());
}

/** Forgets all that was kept of the reader: they sign out. What is others' waits for them. */
export async function forgetAllTyped(): Promise<void> {
  await forget(null);
}

async function forget(path: string | null): Promise<void> {
  const ids = await keptIds();
  const context = ids.length > 0 ? await currentContext() : null;
  if (!context) return;
  // Ids of others may be among them: they find theirs by the same cookie.
  const own = await listKeptForms(context, ids);
  const left = await forgetKeptForms(context, ids, path);
  if (left === 0 && own.length === ids.length) await deleteCookie('kept');
}
