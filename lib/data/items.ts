import { z } from 'zod';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { type ItemKind, KIND_NAMES } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import type { Item } from '@/prisma/client/client';
import type { Change } from './change';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const ID = z.object({ id: z.string() });

/**
 * Locks the row of an item until the transaction ends, so that what is decided on it still holds
 * when it is written.
 * @throws NotFoundError when there is none, or the actor may not see it
 */
export async function lockItem({ tx, actor }: Change, reference: string): Promise<Item> {
  const found = await queryRows(tx, ID)`
    SELECT i.id FROM "Item" i
    WHERE i.reference = ${reference} AND ${visibleItem(actor)} FOR UPDATE`;
  if (!found[0]) throw new NotFoundError(reference);
  return tx.item.findUniqueOrThrow({ where: { id: found[0].id } });
}

/** @throws RuleError for what is shown only (headings, context), closed or withdrawn */
export function demandOpen(item: Item): void {
  // What waits for a decision stops no update.
  const stage = { ...item, hasDueDate: item.dueDate !== null, pending: null };
  const refused = refuseStep(stage, 'update');
  if (refused) throw new RuleError({ '': refused });
}

/** @throws NotFoundError when the item is of another kind: the address is then a wrong one */
export function demandKind(item: Item, kind: ItemKind): void {
  if (item.kind !== kind) throw new NotFoundError(`${KIND_NAMES[kind].one} ${item.reference}`);
}

/**
 * When a change to an item is recorded: now, but never before what its record holds already, even
 * where two clocks disagree. Kept on the item, whatever the change is to.
 */
export async function recordTime(
  { now, project }: Pick<Change, 'now' | 'project'>,
  item: Item,
): Promise<Date> {
  const recordedAt = now > item.lastRecordedAt ? now : item.lastRecordedAt;
  await project(item, { lastRecordedAt: recordedAt });
  return recordedAt;
}
