import { NotFoundError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { type Actor, maySee } from '@/lib/domain/permissions';
import type { Evidence, EvidenceEvent, Item, Prisma } from '@/prisma/client/client';
import type { Change } from './change';
import type { Context } from './context';
import { lockItem } from './items';

/** The latest word on whether a piece of evidence is restricted. */
export function restrictionOf(events: readonly EvidenceEvent[]): EvidenceEvent | null {
  const latest = events
    .filter((event) => event.kind !== 'withdrawn')
    .reduce<EvidenceEvent | null>((a, b) => (!a || b.number > a.number ? b : a), null);
  return latest?.kind === 'restricted' ? latest : null;
}

/** The restricted rule for one piece of evidence, its item apart. */
export function maySeeEvidence(actor: Actor, events: readonly EvidenceEvent[]): boolean {
  const restriction = restrictionOf(events);
  return maySee(actor, {
    restricted: restriction !== null,
    hiddenFrom: restriction?.hiddenFrom ?? [],
  });
}

/** Redactions of the bytes of some pieces of evidence. */
export function ofFiles(evidenceIds: readonly string[]) {
  return {
    evidenceId: { in: [...evidenceIds] },
    subject: 'Evidence',
    columns: { has: 'bytes' },
    outcome: { kind: 'agreed' },
  } satisfies Prisma.RedactionWhereInput;
}

/** The evidence with its item and events, or null when the actor may not know of it. */
export async function seesEvidence(
  { db, actor }: Pick<Context, 'db' | 'actor'> | { db: Change['tx']; actor: Actor },
  id: string,
): Promise<(Evidence & { item: Item; events: EvidenceEvent[] }) | null> {
  if (!isId(id)) return null;
  const evidence = await db.evidence.findUnique({
    where: { id },
    include: { item: true, events: { orderBy: { number: 'asc' } } },
  });
  if (!evidence || !maySee(actor, evidence.item)) return null;
  return maySeeEvidence(actor, evidence.events) ? evidence : null;
}

/** Locks the item of a piece of evidence and reads its events. @throws NotFoundError */
export async function lockEvidence(
  by: Change,
  id: string,
): Promise<{ evidence: Evidence; item: Item; events: EvidenceEvent[] }> {
  const seen = await seesEvidence({ db: by.tx, actor: by.actor }, id);
  if (!seen) throw new NotFoundError('That evidence');
  const item = await lockItem(by, seen.item.reference);
  // Read again behind the lock: another withdrawal may have been waiting before this one.
  const events = await by.tx.evidenceEvent.findMany({
    where: { evidenceId: id },
    orderBy: { number: 'asc' },
  });
  return { evidence: seen, item, events };
}
