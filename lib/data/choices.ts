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
      orderBy: { name: 'asc' },
    }),
    db.organisation.findMany({
      select: { id: true, name: true, shortName: true },
      orderBy: [{ national: 'asc' }, { name: 'asc' }],
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
      where: { kind: { in: ['theme', 'objective'] } },
      select: { id: true, kind: true, code: true, name: true },
      orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }],
    }),
  ]);
  return {
    people: people.map(({ id, name, position, organisation }) => ({
      id,
      name,
      position,
      organisation: organisation?.name ?? null,
    })),
    organisations,
    recommendations,
    commitments,
    groupings,
  };
}
