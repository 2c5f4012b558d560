import { byName } from '@/lib/domain/by-name';
import { OWN_GROUPING_KINDS } from '@/lib/domain/grouping';
import type { Choices } from '@/lib/domain/view';
import { type Context, demand } from './context';

/** What the selects and checkboxes of forms offer. @throws NotAllowedError */
export async function getChoices(context: Context): Promise<Choices> {
  demand(context, 'read');
  const { db } = context;
  const named = { id: true, reference: true, shortTitle: true } as const;
  const [people, organisations, recommendations, commitments, groupings] = await Promise.all([
    db.person.findMany({
      where: { deactivatedAt: null },
      include: { organisation: true },
    }),
    db.organisation.findMany({
      select: { id: true, name: true, shortName: true, national: true },
    }),
    db.item.findMany({
      where: { kind: 'recommendation' },
      select: named,
      orderBy: { ordinal: 'asc' },
    }),
    db.item.findMany({
      where: { kind: 'commitment', rated: true },
      select: named,
      orderBy: { ordinal: 'asc' },
    }),
    db.grouping.findMany({
      where: { kind: { in: [...OWN_GROUPING_KINDS] }, retired: false },
      select: { id: true, kind: true, code: true, name: true },
      orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }],
    }),
  ]);
  return {
    people: people.sort(byName).map(({ id, name, position, organisation }) => ({
      id,
      name,
      position,
      organisation: organisation?.name ?? null,
    })),
    organisations: organisations.sort((a, b) => +a.national - +b.national || byName(a, b)),
    recommendations,
    commitments,
    groupings,
  };
}
