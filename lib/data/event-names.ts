import { z } from 'zod';
import type { FieldChange } from '@/lib/domain/field-change';
import { maySee } from '@/lib/domain/permissions';
import type { Context } from './context';
import { queryRows } from './query-rows';
import { groupings, items, organisations } from './record';

const NAMED = z.object({ id: z.string(), name: z.string() });
const LINKED_ITEM = z.object({
  id: z.string(),
  reference: z.string(),
  shortTitle: z.string(),
  restricted: z.boolean(),
  hiddenFrom: z.array(z.string()),
});

/** Fields that hold ids, alone, with a strength after them or with a rule before. */
const holdsIds = (field: string) =>
  field.endsWith('Id') || field === 'links' || field === 'challenges';
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

export interface Names {
  /** What an id names; for people, the name they had at that time. */
  of(id: string, at: Date): string;
  /** Whether the reader may know of it: false for items that are hidden from them. */
  sees(id: string): boolean;
}

/** Names for the ids that changes hold. */
export async function namesIn(context: Context, changes: readonly FieldChange[]): Promise<Names> {
  const { db, actor } = context;
  const ids = [
    ...new Set(
      changes
        .filter(({ field }) => holdsIds(field))
        .flatMap(({ from, to }) => [from, to].flat())
        .flatMap((value) => (typeof value === 'string' ? (ID.exec(value)?.[0] ?? []) : [])),
    ),
  ];
  const [versions, others, linked] = await Promise.all([
    db.personVersion.findMany({ where: { personId: { in: ids } }, orderBy: { version: 'asc' } }),
    queryRows(db, NAMED)`
      SELECT o.id, o.name FROM ${organisations(context)} o WHERE o.id = ANY(${ids}::uuid[])
      UNION ALL SELECT g.id, g.name FROM ${groupings(context)} g WHERE g.id = ANY(${ids}::uuid[])`,
    queryRows(db, LINKED_ITEM)`
      SELECT i.id, i.reference, i."shortTitle", i.restricted, i."hiddenFrom"
      FROM ${items(context)} i WHERE i.id = ANY(${ids}::uuid[])`,
  ]);
  const itemOf = new Map(linked.map((item) => [item.id, item]));
  const nameOf = new Map(others.map(({ id, name }) => [id, name]));
  const sees = (id: string) => {
    const item = itemOf.get(id);
    return !item || maySee(actor, item);
  };
  return {
    sees,
    of(id, at) {
      const named = versions.filter((version) => version.personId === id);
      const then = named.filter((version) => version.recordedAt <= at).at(-1) ?? named[0];
      if (then) return then.name;
      const item = itemOf.get(id);
      if (item) return sees(id) ? `${item.reference} ${item.shortTitle}` : 'Restricted';
      return nameOf.get(id) ?? 'Unknown';
    },
  };
}
