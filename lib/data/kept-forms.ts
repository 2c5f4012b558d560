import type { FormState } from '@/lib/domain/form-state';
import type { KeptForm } from '@/lib/domain/kept-form';
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

/** What the reader typed, and on which page; null for anybody else, and when it is too old. */
export async function getKeptForm(
  { db, now, actor }: Where & { actor: PersonActor },
  id: string,
): Promise<KeptForm | null> {
  const kept = await db.keptForm.findFirst({
    where: { id, personId: actor.id, expiresAt: { gt: now } },
  });
  return kept && { path: kept.path, values: kept.values as FormState['values'] };
}

/** Forgets it, once it was saved after all. */
export async function forgetKeptForm(
  { db, actor }: Where & { actor: PersonActor },
  id: string,
): Promise<void> {
  await db.keptForm.deleteMany({ where: { id, personId: actor.id } });
}
