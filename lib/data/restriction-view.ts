import type { RestrictionView } from '@/lib/domain/view';
import { toAuthor } from './authors';
import type { Context } from './context';
import { toPlainDate } from './plain-date';

interface RestrictionRow {
  category: RestrictionView['category'] | null;
  reason: string;
  reviewOn: Date | null;
  hiddenFrom: string[];
  recordedAt: Date;
  author: { personId: string; name: string; position: string } | null;
}

/** A restriction with the names of the organisations it hides from. */
export function toRestriction(
  row: RestrictionRow,
  organisations: ReadonlyArray<{ id: string; name: string; shortName: string | null }>,
): RestrictionView {
  return {
    category: row.category ?? 'other',
    reason: row.reason,
    reviewOn: toPlainDate(row.reviewOn) ?? '',
    hiddenFrom: organisations
      .filter(({ id }) => row.hiddenFrom.includes(id))
      .map(({ id, name, shortName }) => ({ id, name, shortName })),
    at: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
  };
}

/** The restriction an item is under, or null. The caller has made sure that it may be seen. */
export async function getRestriction(
  { db }: Pick<Context, 'db'>,
  itemId: string,
): Promise<RestrictionView | null> {
  const latest = await db.itemRestriction.findFirst({
    where: { itemId },
    orderBy: { number: 'desc' },
    include: { author: true },
  });
  if (!latest?.restricted) return null;
  const organisations = await db.organisation.findMany({
    where: { id: { in: latest.hiddenFrom } },
  });
  return toRestriction(latest, organisations);
}
