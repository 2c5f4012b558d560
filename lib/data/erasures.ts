import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { mendLine } from '@/lib/domain/mend-text';
import type { Person } from '@/prisma/client/client';
import { demandAnotherAdministrator } from './administrators';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { countOpenMeetingActions } from './hand-over';
import { changingPerson } from './person-changes';

/** @throws RuleError when something has to be done first */
async function demandErasable(tx: Transaction, person: Person): Promise<void> {
  if (person.erasedAt) throw new RuleError({ '': 'Their name was erased already' });
  if (person.roles.length > 0 && !person.deactivatedAt) {
    throw new RuleError({ '': 'Deactivate them first' });
  }
  if (person.roles.includes('administrator')) await demandAnotherAdministrator(tx, person.id);
  // Not counted by what the actor may see: nothing may be left with nobody's name on it.
  const owned = await tx.item.count({ where: { ownerId: person.id, lifecycle: 'open' } });
  const actions = await countOpenMeetingActions(tx, person.id);
  if (owned + actions > 0)
    throw new RuleError({
      '': 'Hand over what they own first. If you see nothing of theirs here, ask an officer or administrator of another organisation to hand it over',
    });
}

/**
 * Blanks somebody's name in all their versions, for good, and deletes their address, password and
 * whatever else only served to let them in (design, "Two exceptions"). What they did stays, under
 * their position. Names in issued papers stay too.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function erasePerson(
  context: Context,
  personId: string,
  form: { submissionId: string; reason: string },
): Promise<void> {
  // The function writes the audit event itself, with the submission.
  return changingPerson(context, 'erasePerson', personId, form, async (by, person) => {
    // Waits for whoever is giving them something at this moment, whatever way they do it.
    await by.tx.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${person.id}::uuid FOR UPDATE`;
    await demandErasable(by.tx, person);
    const { authorId, authorVersion } = author(context);
    await by.tx.$executeRaw`
      SELECT erase_person(
        ${person.id}::uuid, ${authorId}::uuid, ${authorVersion}::int, ${by.now}::timestamptz,
        ${form.reason}, ${by.submissionId}::uuid)::text`;
  });
}

/**
 * Whose names were erased, and when, the first one first: what has to be done again after a backup
 * was restored that is older.
 * @throws NotAllowedError
 */
export async function listErasures(
  context: Context,
): Promise<Array<{ personId: string; at: string }>> {
  demand(context, 'managePeople');
  const erasures = await context.db.erasure.findMany({ orderBy: { recordedAt: 'asc' } });
  return erasures.map(({ personId, recordedAt }) => ({ personId, at: recordedAt.toISOString() }));
}

/** Whose name would be erased, and what would go with it. */
export interface ErasurePlan {
  personId: string;
  name: string;
  position: string;
  email: string | null;
  /** How many versions hold a name of theirs. */
  versions: number;
  /** What only served to let them in, by how many there are. */
  goes: Record<'open sessions' | 'links' | 'second step' | 'single sign-on accounts', number>;
}

/**
 * What an erasure would do. Writes nothing.
 * @param who an id, or an address of mail
 * @throws NotFoundError, NotAllowedError, and RuleError when something has to be done first
 */
export async function planErasure(
  context: Context,
  who: { id: string } | { email: string },
): Promise<ErasurePlan> {
  demand(context, 'managePeople');
  const { db } = context;
  const person = await db.person.findUnique({
    where: 'id' in who ? { id: who.id } : { email: mendLine(who.email).toLowerCase() },
    include: {
      _count: true,
      secondFactor: { select: { createdAt: true } },
      sessions: { where: { endedAt: null }, select: { id: true } },
    },
  });
  if (!person) throw new NotFoundError('That person');
  await demandErasable(db, person);
  const { _count, sessions, secondFactor, id, name, position, email } = person;
  return {
    personId: id,
    name,
    position,
    email,
    versions: _count.versions,
    goes: {
      'open sessions': sessions.length,
      links: _count.accessLinks,
      'second step': secondFactor ? 1 : 0,
      'single sign-on accounts': _count.identities,
    },
  };
}
