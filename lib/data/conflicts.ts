import { formatDate } from '@/lib/domain/dates';
import { ConflictError, type ConflictingChange } from '@/lib/domain/errors';
import { OUR_ROLE_NAMES } from '@/lib/domain/item';
import { RAG_NAMES } from '@/lib/domain/rag';
import type { Item } from '@/prisma/client/client';
import type { Change } from './change';
import { toPlainDate } from './plain-date';

const TITLES = {
  baseline: 'First recorded',
  rag: 'Posted a status update',
  no_change: 'Reported no change',
  owner: 'Assigned an owner',
  dates: 'Changed the dates',
  our_role: 'Set our role',
  withdrawal: 'Withdrew it',
  extension: 'Recorded an extension that was agreed',
  closure: 'Recorded that it was closed',
  reopening: 'Recorded that it was reopened',
  correction: 'Recorded a decision that supersedes another',
} as const;

/**
 * Refuses a form that was based on an older row than the item's latest.
 * @throws ConflictError with what has been saved since, for the conflict page
 */
export async function demandLatest(
  { tx }: Pick<Change, 'tx'>,
  item: Item,
  basedOn: number,
): Promise<void> {
  if (basedOn === item.number) return;
  const rows = await tx.statusUpdate.findMany({
    where: { itemId: item.id, number: { gt: basedOn } },
    orderBy: { number: 'asc' },
    include: { author: true },
  });
  const [owners, organisations] = await Promise.all([
    tx.person.findMany({ where: { id: { in: rows.flatMap((row) => row.ownerId ?? []) } } }),
    tx.organisation.findMany({
      where: { id: { in: rows.flatMap((row) => row.leadOrganisationId ?? []) } },
    }),
  ]);
  const changes = rows.map((row): ConflictingChange => {
    const due = toPlainDate(row.dueDate);
    const details: Array<[string, string | null | undefined]> = [
      ['Owner', owners.find((person) => person.id === row.ownerId)?.name ?? 'Nobody'],
      ['Lead', organisations.find((o) => o.id === row.leadOrganisationId)?.name],
      ['Reported', RAG_NAMES[row.rag]],
      ['Headline', row.headline],
      ['Words', row.words],
      ['What would bring it back', row.recovery],
      ['Next step', row.nextStep],
      ['Our role', row.ourRole && OUR_ROLE_NAMES[row.ourRole]],
      ['Due', due && formatDate(due)],
    ];
    return {
      who: row.author?.name ?? 'The system',
      at: row.recordedAt.toISOString(),
      what: TITLES[row.kind],
      details: details.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    };
  });
  throw new ConflictError(item.number, changes);
}
