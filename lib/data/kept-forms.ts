import type { FormState } from '@/lib/domain/form-state';
import { type KeptForm, readKeptForm } from '@/lib/domain/kept-form';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Prisma } from '@/prisma/client/client';
import type { Context } from './context';

type Where = Pick<Context, 'db' | 'now'>;

const LASTS = 3_600_000;
const MOST_CHARACTERS = 500_000;
const AT_ONCE = 5;

/**
 * Keeps what somebody typed whose session has ended, for the hour in which they may sign in again.
 * @param sessionId of the session that ended: it says whose words they are
 * @returns the id to ask for it by; null when the session was nobody's, or there is too much
 */
export async function keepForm(
  { db, now }: Where,
  sessionId: string,
  path: string,
  values: FormState['values'],
): Promise<string | null> {
  const session = await db.session.findUnique({ where: { id: sessionId } });
  if (!session || JSON.stringify(values).length > MOST_CHARACTERS) return null;
  const { personId } = session;
  const open = await db.keptForm.count({ where: { personId, expiresAt: { gt: now } } });
  if (open >= AT_ONCE) return null;
  const kept = await db.keptForm.create({
    data: {
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LASTS),
      path,
      values: values as Prisma.InputJsonObject,
    },
  });
  return kept.id;
}

/** What the reader typed, and on which pages, the latest first; nothing of anybody else's. */
export async function listKeptForms(
  { db, now, actor }: Where & { actor: PersonActor },
  ids: readonly string[],
): Promise<KeptForm[]> {
  const kept = await db.keptForm.findMany({
    where: { id: { in: [...ids] }, personId: actor.id, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  });
  return kept.map(readKeptForm);
}

/**
 * Forgets what was typed on a page, once it was saved after all; or all of it.
 * @param path null for every page
 * @returns how many are left
 */
export async function forgetKeptForms(
  { db, actor }: Where & { actor: PersonActor },
  ids: readonly string[],
  path: string | null,
): Promise<number> {
  const theirs = { id: { in: [...ids] }, personId: actor.id };
  await db.keptForm.deleteMany({ where: { ...theirs, ...(path !== null && { path }) } });
  return db.keptForm.count({ where: theirs });
}
