import { randomUUID } from 'node:crypto';
import type { Transaction } from '@/lib/data/database';
import { toColumn } from '@/lib/data/plain-date';
import { type GroupingKind, referenceOrdinal } from '@/lib/domain/item';
import type { Prisma } from '@/prisma/client/client';
import { COMMITMENT_TITLES } from './content/commitment-titles';
import { parts, reference, WITHOUT_SHORT_NAME } from './content/reference';

type Ids = Map<string, string>;
/** Ids of everything an item can be linked to, by the names the content uses. */
interface Known {
  sources: Ids;
  bodies: Ids;
  groupings: Ids;
  items: Ids;
}

function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The reference content names ${name}, which it does not hold.`);
  return id;
}

/**
 * Puts the reference content into the register. What is there stays as it is, whatever the board
 * has made of it: only an item, body or grouping that is missing is added, with all that belongs
 * to it.
 * @param tx a transaction of the caller's, so that it comes whole or not at all
 */
export async function seedReference(tx: Transaction, now: Date): Promise<void> {
  const known: Known = {
    sources: await addSources(tx, now),
    bodies: await addBodies(tx, now),
    groupings: await addGroupings(tx, now),
    items: new Map(),
  };
  const standing = await tx.item.findMany({
    where: { kind: { in: ['recommendation', 'commitment'] } },
    select: { id: true, reference: true },
  });
  for (const { id, reference: name } of standing) known.items.set(name, id);
  const all = [...reference.recommendations, ...reference.commitments];
  const missing = new Set(all.map((item) => item.reference).filter((r) => !known.items.has(r)));
  if (missing.size === 0) return;
  for (const name of missing) known.items.set(name, randomUUID());
  await addItems(tx, now, known, missing);
}

async function addSources(tx: Transaction, now: Date): Promise<Ids> {
  const standing = await tx.source.findMany({ select: { id: true, prefix: true } });
  const ids: Ids = new Map(standing.map(({ id, prefix }) => [prefix, id]));
  for (const { prefix, ...first } of reference.sources) {
    if (ids.has(prefix)) continue;
    const { id } = await tx.source.create({ data: { prefix, ...first } });
    await tx.sourceVersion.create({
      data: { sourceId: id, version: 1, recordedAt: now, ...first },
    });
    ids.set(prefix, id);
  }
  return ids;
}

async function addBodies(tx: Transaction, now: Date): Promise<Ids> {
  const bodies = await tx.organisation.findMany({
    where: { code: { not: null } },
    select: { id: true, code: true },
  });
  const ids: Ids = new Map(bodies.map((body) => [body.code ?? '', body.id]));
  const rows = reference.organisations
    .filter((body) => !ids.has(body.code))
    .map(({ code, name, now: nowCalled }) => ({
      id: randomUUID(),
      code,
      first: {
        version: 1,
        name,
        shortName: WITHOUT_SHORT_NAME.has(code) ? null : code,
        nowCalled,
      },
    }));
  if (rows.length > 0) {
    await tx.organisation.createMany({
      data: rows.map(({ id, code, first }) => ({
        id,
        code,
        national: true,
        createdAt: now,
        ...first,
      })),
    });
    await tx.organisationVersion.createMany({
      data: rows.map(({ id, first }) => ({ organisationId: id, recordedAt: now, ...first })),
    });
  }
  for (const { code, id } of rows) ids.set(code, id);
  return ids;
}

const PART = (part: string) => `part-${parts.indexOf(part) + 1}`;

async function addGroupings(tx: Transaction, now: Date): Promise<Ids> {
  const wanted: Array<[GroupingKind, Array<{ code: string; name: string }>]> = [
    ['theme', reference.themes],
    ['key_area', reference.keyAreas.map(({ letter, text }) => ({ code: letter, name: text }))],
    [
      'strategy_priority',
      reference.strategyPriorities.map(({ reference: code, text }) => ({ code, name: text })),
    ],
    ['part', parts.map((name) => ({ code: PART(name), name }))],
  ];
  const standing = await tx.grouping.findMany({ select: { id: true, kind: true, code: true } });
  const ids: Ids = new Map(standing.map(({ id, kind, code }) => [`${kind} ${code}`, id]));
  const rows = wanted.flatMap(([kind, groupings]) =>
    groupings
      .map(({ code, name }, index) => ({ kind, code, name, ordinal: index + 1 }))
      .filter(({ code }) => !ids.has(`${kind} ${code}`))
      .map((grouping) => ({ id: randomUUID(), version: 1, ...grouping })),
  );
  if (rows.length > 0) {
    await tx.grouping.createMany({ data: rows });
    await tx.groupingVersion.createMany({
      data: rows.map(({ id, version, name }) => ({
        groupingId: id,
        version,
        name,
        recordedAt: now,
      })),
    });
  }
  for (const { id, kind, code } of rows) ids.set(`${kind} ${code}`, id);
  return ids;
}

async function addItems(
  tx: Transaction,
  now: Date,
  known: Known,
  missing: ReadonlySet<string>,
): Promise<void> {
  const recommendations = reference.recommendations.filter((r) => missing.has(r.reference));
  const commitments = reference.commitments.filter((c) => missing.has(c.reference));
  const rows = [
    ...recommendations.map(
      ({ reference: name, shortTitle, text, ourRole, deadlines, ...links }) => ({
        item: { kind: 'recommendation' as const, sourceId: idOf(known.sources, 'R') },
        name,
        wording: { shortTitle, text },
        ourRole,
        deadlines,
        links: recommendationLinks(known, name, links),
      }),
    ),
    ...commitments.map((commitment) => ({
      item: {
        kind: 'commitment' as const,
        sourceId: idOf(known.sources, 'C'),
        commitmentKind: commitment.kind,
        rated: commitment.rated,
        parentId: commitment.group && idOf(known.items, commitment.group),
      },
      name: commitment.reference,
      wording: {
        shortTitle: COMMITMENT_TITLES[commitment.reference] ?? commitment.text,
        text: commitment.text,
        amount: commitment.amount?.display,
        amountPeriod: commitment.amount?.period,
        editorNote: commitment.note,
      },
      ourRole: null,
      deadlines: commitment.deadline
        ? [{ ...commitment.deadline, basis: commitment.deadline.means }]
        : [],
      links: commitmentLinks(known, commitment),
    })),
  ];
  const first = { number: 1, recordedAt: now };
  await tx.item.createMany({
    data: rows.map(({ item, name, wording, ourRole }) => ({
      ...item,
      id: idOf(known.items, name),
      reference: name,
      ordinal: referenceOrdinal(name),
      createdAt: now,
      number: 1,
      wordingNumber: 1,
      shortTitle: wording.shortTitle,
      text: wording.text,
      ourRole,
      lastRecordedAt: now,
    })),
  });
  await tx.itemWording.createMany({
    data: rows.map(({ name, wording }) => ({
      itemId: idOf(known.items, name),
      ...first,
      ...wording,
    })),
  });
  await tx.statusUpdate.createMany({
    data: rows.map(({ name, ourRole }) => ({
      itemId: idOf(known.items, name),
      ...first,
      kind: 'baseline' as const,
      rag: 'not_rated' as const,
      lifecycle: 'open' as const,
      ourRole,
    })),
  });
  await tx.nationalDeadline.createMany({
    data: rows.flatMap(({ name, deadlines }) =>
      deadlines.map(({ text, isoDate, basis }) => ({
        itemId: idOf(known.items, name),
        text,
        basis,
        date: toColumn(isoDate),
      })),
    ),
  });
  await tx.link.createMany({
    data: rows.flatMap(({ links }) => links.map((link) => ({ ...link, recordedAt: now }))),
  });
}

type NewLink = Omit<Prisma.LinkCreateManyInput, 'recordedAt'>;
type Recommendation = (typeof reference.recommendations)[number];
type Commitment = (typeof reference.commitments)[number];

function recommendationLinks(
  { items, bodies, groupings }: Known,
  name: string,
  is: Pick<Recommendation, 'number' | 'part' | 'themes' | 'keyAreas' | 'bodies'>,
): NewLink[] {
  const fromId = idOf(items, name);
  const closest = (letter: string) =>
    reference.keyAreas.some(
      (area) => area.letter === letter && area.closestFit.includes(is.number),
    );
  const priorities = reference.strategyPriorities.filter((priority) =>
    priority.recommendations.includes(is.number),
  );
  const to = (grouping: string) => ({ fromId, toGroupingId: idOf(groupings, grouping) });
  return [
    ...is.bodies.map(({ code, role }) => ({
      fromId,
      organisationId: idOf(bodies, code),
      capacity: role,
    })),
    ...is.themes.map((code) => to(`theme ${code}`)),
    ...is.keyAreas.map((code) => ({ ...to(`key_area ${code}`), closestFit: closest(code) })),
    ...priorities.map((priority) => to(`strategy_priority ${priority.reference}`)),
    to(`part ${PART(is.part)}`),
  ];
}

function commitmentLinks({ items, groupings }: Known, is: Commitment): NewLink[] {
  const fromId = idOf(items, is.reference);
  return [
    ...is.answers.map(({ recommendation, strength }) => ({
      fromId,
      toItemId: idOf(items, `R${recommendation}`),
      strength,
    })),
    ...is.priorities.map((code) => ({
      fromId,
      toGroupingId: idOf(groupings, `strategy_priority ${code}`),
    })),
  ];
}
