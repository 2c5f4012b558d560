import { z } from 'zod';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { mendLine } from '@/lib/domain/mend-text';
import { type Actor, can } from '@/lib/domain/permissions';
import type { PersonFile, PersonFileSection } from '@/lib/domain/person-file';
import { Prisma } from '@/prisma/client/client';
import { visibleEvents } from './activity-filters';
import { type Context, demand } from './context';
import { type Held, NOT_OF_ONE_PERSON, PERSON_FILE } from './person-file-table';
import { queryRows } from './query-rows';
import { visibleEvidence, visibleItem } from './visibility';

const ROW = z.object({ row: z.record(z.string(), z.unknown()) });

/** What a row is about, by the name that people know it by. */
const NAMES: Readonly<Record<string, { as: string; from: string }>> = {
  itemId: { as: 'about', from: 'SELECT reference FROM "Item" WHERE id =' },
  fromId: { as: 'about', from: 'SELECT reference FROM "Item" WHERE id =' },
  evidenceId: { as: 'evidence', from: 'SELECT title FROM "Evidence" WHERE id =' },
  meetingId: { as: 'meeting', from: 'SELECT slug FROM "Meeting" WHERE id =' },
  organisationId: { as: 'organisation', from: 'SELECT name FROM "Organisation" WHERE id =' },
};

const column = (name: string) => Prisma.raw(`t."${name}"`);

/** Whether the reader may see a row: by what it is about, as everywhere. */
function seenBy(actor: Actor, { keptBy }: Held, personId: string): Prisma.Sql {
  const items = Prisma.sql`(SELECT i.id FROM "Item" i WHERE ${visibleItem(actor)})`;
  const evidence = visibleEvidence(actor);
  switch (keptBy) {
    case 'item':
      return Prisma.sql`(t."itemId" IS NULL OR t."itemId" IN ${items})`;
    case 'link':
      return Prisma.sql`t."fromId" IN ${items}`;
    case 'itself':
      return Prisma.sql`t.id IN ${items}`;
    case 'evidence':
      return Prisma.sql`t.id IN ${evidence}`;
    case 'evidence event':
      return Prisma.sql`t."evidenceId" IN ${evidence}`;
    case 'event':
      return Prisma.sql`t.seq IN (
        SELECT a.seq FROM "AuditEvent" a WHERE ${visibleEvents(actor)}
          OR (a.kind LIKE 'person.%' AND a."personId" = ${personId}::uuid)
      )`;
    case 'redaction':
      return Prisma.sql`(t."itemId" IS NULL OR t."itemId" IN ${items})
        AND (t."evidenceId" IS NULL OR t."evidenceId" IN ${evidence})`;
    case 'outcome':
      return Prisma.sql`t."redactionId" IN (
        SELECT r.id FROM "Redaction" r WHERE (r."itemId" IS NULL OR r."itemId" IN ${items})
          AND (r."evidenceId" IS NULL OR r."evidenceId" IN ${evidence})
      )`;
    case 'declaration':
      return Prisma.sql`NOT EXISTS (
        SELECT FROM unnest(t."itemIds") named WHERE named NOT IN ${items}
      )`;
    case 'import':
      return Prisma.sql`(NOT EXISTS (SELECT FROM "ImportRow" r WHERE r."importId" = t.id)
        OR EXISTS (SELECT FROM "ImportRow" r WHERE r."importId" = t.id AND r."itemId" IN ${items}))`;
    default:
      return Prisma.sql`TRUE`;
  }
}

/** The columns of a row as one value. */
function asObject(columns: readonly string[], held: Held, personId: string): Prisma.Sql {
  const pairs = columns.map((name) => {
    const named = NAMES[name];
    if (named) return Prisma.sql`${named.as}::text, (${Prisma.raw(named.from)} ${column(name)})`;
    const value = held.unlessOfOthers?.includes(name)
      ? Prisma.sql`CASE WHEN t."personId" IS NULL OR t."personId" = ${personId}::uuid
          THEN ${column(name)} END`
      : column(name);
    return Prisma.sql`${name}::text, ${value}`;
  });
  const there = (held.onlyThat ?? []).map(
    (name) => Prisma.sql`${name}::text, ${column(name)} IS NOT NULL`,
  );
  return Prisma.sql`jsonb_strip_nulls(jsonb_build_object(${Prisma.join([...pairs, ...there])}))`;
}

async function readSection(
  { db, actor }: Context,
  personId: string,
  [table, held]: [string, Held],
): Promise<PersonFileSection> {
  const names = (as: 'own' | 'about') =>
    Object.keys(held.names)
      .filter((name) => held.names[name] === as)
      .map((name) => Prisma.sql`${column(name)} IS NOT DISTINCT FROM ${personId}::uuid`);
  const whose = Prisma.join(names('own'), ' OR ');
  const any = Prisma.join([...names('own'), ...names('about')], ' OR ');
  const shows = asObject(held.shows, held, personId);
  const named = asObject(held.named ?? held.shows, held, personId);
  const when = ['recordedAt', 'createdAt'].find((name) => held.shows.includes(name));
  const found = await queryRows(db, ROW)`
    SELECT CASE WHEN ${whose} THEN ${shows} ELSE ${named} END AS row
    FROM ${Prisma.raw(`"${table}"`)} t
    WHERE (${any}) AND (${seenBy(actor, held, personId)})
    ORDER BY ${when ? column(when) : Prisma.sql`1`}`;
  return { table, title: held.says, rows: found.map(({ row }) => row) };
}

/** What is not in it, and why: what is theirs alone, columns, then tables. */
function leftOut(alone: readonly Held[]): PersonFile['leftOut'] {
  const own = alone.map(({ says }) => ({ what: says, why: 'in a file that they make themselves' }));
  const columns = Object.values<Held>(PERSON_FILE).flatMap(({ says, without = {} }) =>
    Object.entries(without).map(([name, why]) => ({ what: `${says}: ${name}`, why })),
  );
  const tables = Object.entries(NOT_OF_ONE_PERSON).map(([what, why]) => ({ what, why }));
  return [...own, ...columns, ...tables];
}

/**
 * Everything that is held about one person, as far as the reader may see it: for administrators,
 * and for the person. Secrets are not among it, nor what others wrote that is not about them.
 * @throws NotFoundError, NotAllowedError
 */
export async function getPersonFile(context: Context, personId: string): Promise<PersonFile> {
  const { actor, db, now } = context;
  demand(context, 'read');
  const isTheirs = actor.kind === 'person' && actor.id === personId;
  if (!isTheirs && !can(actor, 'managePeople')) throw new NotAllowedError();
  const person = isId(personId) ? await db.person.findUnique({ where: { id: personId } }) : null;
  if (!person) throw new NotFoundError('That person');
  const sections: PersonFileSection[] = [];
  const alone: Held[] = [];
  for (const entry of Object.entries<Held>(PERSON_FILE)) {
    if (entry[1].theirsAlone && !isTheirs) alone.push(entry[1]);
    else sections.push(await readSection(context, personId, entry));
  }
  return {
    person: { id: person.id, name: person.name },
    madeAt: now.toISOString(),
    madeBy: isTheirs ? 'the person' : 'an administrator',
    sections,
    leftOut: leftOut(alone),
  };
}

/** Whom an operator means. @throws NotFoundError, NotAllowedError */
export async function findPersonId(
  context: Context,
  who: { id: string } | { email: string },
): Promise<string> {
  demand(context, 'managePeople');
  if ('id' in who) return who.id;
  const email = mendLine(who.email).toLowerCase();
  const person = await context.db.person.findUnique({ where: { email } });
  if (!person) throw new NotFoundError('That person');
  return person.id;
}
