import { type ActivityQuery, askedKinds, SYSTEM } from '@/lib/domain/activity';
import { addDays, londonInstant } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import { Prisma } from '@/prisma/client/client';
import { visibleEvidence, visibleItem } from './visibility';

const everything = Prisma.sql`TRUE`;

/** Ids of the items that the actor may see. */
const visibleItems = (actor: Actor) =>
  Prisma.sql`(SELECT i.id FROM "Item" i WHERE ${visibleItem(actor)})`;

/** Unless a column is empty, it has to be one of some ids. */
const emptyOr = (column: string, ids: Prisma.Sql) =>
  Prisma.sql`(${Prisma.raw(column)} IS NULL OR ${Prisma.raw(column)} IN ${ids})`;

/**
 * The events of "AuditEvent" a that the actor may know of.
 *
 * - Of an item or of evidence: whoever may see it. The same for a redaction of one.
 * - An acknowledgement names items in its changes, an import has rows: whoever may see one of them.
 * - Requests for a redaction point to what is about to go: those who may redact.
 * - What lets people in, shuts them out or changes them is for officers and administrators, since
 *   its reasons can be personal, and a hand-over counts what not everybody may see. That somebody
 *   was added or sits on the board is for all, as on the page of people.
 */
export function visibleEvents(actor: Actor): Prisma.Sql {
  const items = visibleItems(actor);
  const evidence = visibleEvidence(actor);
  return Prisma.sql`(
    ${emptyOr('a."itemId"', items)} AND ${emptyOr('a."evidenceId"', evidence)}
    AND (a."redactionId" IS NULL OR a."redactionId" IN (
      SELECT d.id FROM "Redaction" d
      WHERE ${emptyOr('d."itemId"', items)} AND ${emptyOr('d."evidenceId"', evidence)}
    ))
    AND (a.kind NOT LIKE 'redaction.%' OR a.kind = 'redaction.agreed' OR ${can(actor, 'redact')})
    AND (a.kind <> 'import.applied' OR a."importId" IN (
      SELECT r."importId" FROM "ImportRow" r WHERE r."itemId" IN ${items}
    ))
    AND (a.kind NOT LIKE 'challenges.%' OR EXISTS (
      SELECT FROM jsonb_path_query(a.changes, 'strict $[*].* ? (@.type() == "array")[*]') c
      WHERE split_part(c #>> '{}', ' ', 2) IN (
        SELECT i.id::text FROM "Item" i WHERE ${visibleItem(actor)}
      )
    ))
    AND (a.kind NOT LIKE 'person.%' OR a.kind = 'person.added' OR ${can(actor, 'handOver')})
  )`;
}

/** Events about what a text names: by its reference or number, or by words of its title or name. */
function about(actor: Actor, text: string): Prisma.Sql {
  const has = (column: string) =>
    Prisma.sql`strpos(lower(${Prisma.raw(column)}), lower(${text})) > 0`;
  return Prisma.sql`(
    a."itemId" IN (
      SELECT i.id FROM "Item" i WHERE ${visibleItem(actor)}
        AND (i.reference = upper(${text}) OR ${has('i."shortTitle"')})
    )
    OR a."evidenceId" IN (
      SELECT e.id FROM "Evidence" e JOIN "Item" i ON i.id = e."itemId"
      WHERE (${has('e.title')} OR i.reference = upper(${text}))
        AND e.id IN ${visibleEvidence(actor)}
    )
    OR a."personId" IN (SELECT p.id FROM "Person" p WHERE ${has('p.name')})
    OR a."organisationId" IN (SELECT o.id FROM "Organisation" o WHERE ${has('o.name')})
    OR a."meetingId" IN (
      SELECT m.id FROM "Meeting" m WHERE strpos(m.slug, ${text}) > 0
        OR ${has(`to_char(m.date, 'FMDD FMMonth YYYY')`)}
    )
    OR a."sourceId" IN (
      SELECT s.id FROM "Source" s WHERE s.prefix = upper(${text}) OR ${has('s.title')}
    )
    OR a."groupingId" IN (SELECT g.id FROM "Grouping" g WHERE ${has('g.name')})
  )`;
}

/** The events of "AuditEvent" a that a list asks for and its reader may know of. */
export function askedEvents(actor: Actor, query: Omit<ActivityQuery, 'page'>): Prisma.Sql {
  const { person, subject, from, to } = query;
  const kinds = askedKinds(query);
  const who =
    person === SYSTEM
      ? Prisma.sql`a."authorId" IS NULL`
      : Prisma.sql`a."authorId" = ${person}::uuid`;
  const parts = [
    visibleEvents(actor),
    person ? who : everything,
    kinds ? Prisma.sql`a.kind = ANY(${kinds})` : everything,
    subject ? about(actor, subject) : everything,
    from ? Prisma.sql`a."recordedAt" >= ${londonInstant(from, 0)}` : everything,
    to ? Prisma.sql`a."recordedAt" < ${londonInstant(addDays(to, 1), 0)}` : everything,
  ];
  return Prisma.join(parts, ' AND ');
}
