import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/data/database';
import { toColumn } from '@/lib/data/plain-date';
import { addDays } from '@/lib/domain/dates';
import { LIFECYCLES, OUR_ROLES, OUTCOMES } from '@/lib/domain/item';
import { RAG_STATUSES } from '@/lib/domain/rag';
import type { Prisma } from '@/prisma/client/client';
import { type Actors, NOW } from './actors';
import type { Random } from './random';

const WORDS = ['naloxone', 'housing', 'prison', 'outreach', 'staff', 'youth', 'pathway', 'data'];

/**
 * Fills the register with items in every state there can be, written straight into the tables:
 * for reads, which take the projection for what it is. The rest of the record is not there.
 */
export async function fillRegister(
  db: Database,
  { home, away, homeId, awayId }: Actors,
  random: Random,
  count: number,
): Promise<void> {
  const day = (from: number, to: number) =>
    toColumn(addDays('2026-11-23', from + random.below(to - from + 1)));
  const maybe = <T>(of: number, value: () => T): T | null => (random.chance(of) ? value() : null);
  const owners = [home.member, home.officer, away.member, away.commissioner, away.officer];
  const owner = () => maybe(0.8, () => random.pick(owners).id);
  const lead = () => maybe(0.8, () => random.pick([homeId, awayId]));
  const words = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(WORDS)).join(' ');
  const state = () => ({
    rag: random.pick(RAG_STATUSES),
    headline: maybe(0.8, () => words(3)),
    ownerId: owner(),
    leadOrganisationId: lead(),
    lastUpdateAt: maybe(0.8, () => new Date(NOW.getTime() - random.below(200) * 3_600_000)),
  });

  const national = await db.item.findMany();
  for (const item of national.filter((one) => one.rated)) {
    const ourRole = item.kind === 'recommendation' ? random.pick(OUR_ROLES) : null;
    await db.item.update({ where: { id: item.id }, data: { ...state(), ourRole } });
  }
  const actions = Array.from({ length: count }, (_, index): Prisma.ItemCreateManyInput => {
    const lifecycle = random.chance(0.7) ? 'open' : random.pick(LIFECYCLES);
    const closed = lifecycle === 'closed';
    return {
      id: randomUUID(),
      kind: 'local_action',
      reference: `A${index + 1}`,
      ordinal: (index + 1) * 1000,
      createdAt: NOW,
      lastRecordedAt: NOW,
      number: 1,
      wordingNumber: 1,
      shortTitle: words(2),
      text: words(6),
      ...state(),
      dueDate: maybe(0.6, () => day(-60, 90)),
      reviewDate: maybe(0.4, () => day(-60, 90)),
      lifecycle,
      outcome: closed ? random.pick(OUTCOMES) : null,
      closedOn: closed ? day(-90, 0) : null,
      restricted: random.chance(0.2),
      hiddenFrom: random.some([homeId, awayId], 2),
    };
  });
  await db.item.createMany({ data: actions });
  const ids = actions.map((item) => item.id ?? '');
  await link(db, random, ids);
  await prove(db, random, [...ids, ...national.map((item) => item.id)], [homeId, awayId], day);
}

/** Links of local actions; some were removed again, some of those put back. */
async function link(db: Database, random: Random, actionIds: readonly string[]): Promise<void> {
  const objectives = Array.from({ length: 3 }, (_, index) => ({
    id: randomUUID(),
    kind: 'objective' as const,
    code: `O${index + 1}`,
    ordinal: index + 1,
    version: 1,
    name: `Objective ${index + 1}`,
  }));
  await db.grouping.createMany({ data: objectives });
  const themes = await db.grouping.findMany({ where: { kind: 'theme' }, take: 5 });
  const ends = await db.item.findMany({ where: { kind: { not: 'local_action' }, rated: true } });
  const row = (fromId: string, to: object, removed: boolean) => ({
    fromId,
    ...to,
    removed,
    recordedAt: NOW,
  });
  const data = actionIds.flatMap((fromId) =>
    [
      ...random.some(ends, 4).map(({ id }) => ({ toItemId: id })),
      ...random.some([...themes, ...objectives], 3).map(({ id }) => ({ toGroupingId: id })),
    ].flatMap((to) => [
      row(fromId, to, false),
      ...(random.chance(0.3) ? [row(fromId, to, true)] : []),
      ...(random.chance(0.1) ? [row(fromId, to, false)] : []),
    ]),
  );
  await db.link.createMany({ data });
}

/** Evidence, and what became of it. */
async function prove(
  db: Database,
  random: Random,
  itemIds: readonly string[],
  organisationIds: readonly string[],
  day: (from: number, to: number) => Date,
): Promise<void> {
  const evidence: Prisma.EvidenceCreateManyInput[] = [];
  const events: Prisma.EvidenceEventCreateManyInput[] = [];
  for (const itemId of itemIds) {
    for (let count = random.below(4); count > 0; count -= 1) {
      const id = randomUUID();
      const said = { title: 'Evidence', shows: 'It', url: 'https://www.example.org' };
      const dates = { recordedAt: NOW, datedOn: day(-400, -1), reviewOn: day(-20, 20) };
      evidence.push({ id, itemId, kind: 'link', ...said, ...dates });
      for (let number = 1; number <= random.below(4); number += 1) {
        events.push({
          evidenceId: id,
          number,
          kind: random.pick(['restricted', 'restricted', 'released', 'withdrawn']),
          recordedAt: NOW,
          reason: 'It',
          hiddenFrom: random.some(organisationIds, 2),
        });
      }
    }
  }
  await db.evidence.createMany({ data: evidence });
  await db.evidenceEvent.createMany({ data: events });
}
