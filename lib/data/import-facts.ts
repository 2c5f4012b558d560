import { z } from 'zod';
import { londonDay } from '@/lib/domain/dates';
import type { ImportFacts, ImportItem, ImportSetup, RowNote } from '@/lib/domain/import-model';
import type { PaperItem } from '@/lib/domain/paper-facts';
import { ROLES } from '@/lib/domain/permissions';
import { RAG_STATUSES } from '@/lib/domain/rag';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { type PaperRow, paperRows, toPaperItem } from './paper-facts';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { standingEvidence, visibleItem } from './visibility';

const NUMBERS = z.object({
  id: z.string(),
  number: z.number(),
  wordingNumber: z.number(),
  restricted: z.boolean(),
  hiddenFrom: z.array(z.string()),
  lastRecordedAt: z.date(),
});
const NOTED = z.object({
  itemId: z.string(),
  heading: z.string(),
  text: z.string(),
  on: z.date().nullable(),
  rag: z.enum(RAG_STATUSES).nullable(),
});
const PROVED = z.object({ itemId: z.string(), url: z.string() });
const PERSON = z.object({
  id: z.string(),
  name: z.string(),
  position: z.string(),
  organisationId: z.string().nullable(),
  organisation: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
});

/**
 * When something was last recorded that a file could tell of. The item's own instant would tell
 * whoever may not see a piece of evidence that there is one.
 */
const LAST_RECORDED = Prisma.raw(
  `greatest(${['StatusUpdate', 'ItemWording', 'Statement', 'Proposal']
    .map((table) => `(SELECT max(t."recordedAt") FROM "${table}" t WHERE t."itemId" = i.id)`)
    .join(', ')}, (SELECT max(l."recordedAt") FROM "Link" l WHERE l."fromId" = i.id))`,
);

/** By the owner's name, as registers and their exports say it. */
function exported(row: PaperRow): PaperItem {
  return toPaperItem(row, row.ownerId && row.ownerName, undefined);
}

/** The register at an instant; null before its first row, and for an instant that is yet to come. */
async function registerAt(context: Context, at: string): Promise<PaperItem[] | null> {
  const now = new Date(at);
  if (Number.isNaN(now.getTime()) || now > context.now) return null;
  const then: Context = { ...context, now, asAt: true };
  const { dueSoonDays } = await getBoard(context, then);
  const rows = await paperRows(then, dueSoonDays);
  return rows.length > 0 ? rows.map(exported) : null;
}

/**
 * The register as an import compares a file with it: all that the actor may see, as it stands, and
 * as it stood when the file was exported. A fixed number of queries.
 * @param exportedAt the instant that the file gives, ISO; null where it gives none
 * @throws NotAllowedError
 */
export async function getImportFacts(
  context: Context,
  setup: Pick<ImportSetup, 'sourceId'>,
  exportedAt: string | null,
): Promise<ImportFacts> {
  demand(context, 'import');
  const { db, now, actor } = context;
  const { dueSoonDays } = await getBoard(context);
  const [rows, numbers, noted, proved, base, people, organisations, source, meetings] =
    await Promise.all([
      paperRows(context, dueSoonDays),
      queryRows(db, NUMBERS)`
      SELECT i.id, i.number, i."wordingNumber", i.restricted, i."hiddenFrom",
        ${LAST_RECORDED} AS "lastRecordedAt"
      FROM "Item" i WHERE ${visibleItem(actor)}`,
      queryRows(db, NOTED)`
      SELECT n."itemId", n.heading, n.text, n."statedOn" AS on, n.rag::text AS rag
      FROM "ImportedNote" n JOIN "Item" i ON i.id = n."itemId"
      WHERE ${visibleItem(actor)} ORDER BY n."recordedAt", n.row, n.ordinal`,
      queryRows(db, PROVED)`
      SELECT e."itemId", e.url FROM "Evidence" e JOIN ${standingEvidence(context)} s ON s.id = e.id
      WHERE e.url IS NOT NULL`,
      exportedAt === null ? null : registerAt(context, exportedAt),
      queryRows(db, PERSON)`
      SELECT p.id, p.name, p.position, p."organisationId", o.name AS organisation,
        p.roles::text[] AS roles
      FROM "Person" p LEFT JOIN "Organisation" o ON o.id = p."organisationId"
      WHERE p."deactivatedAt" IS NULL ORDER BY p.name, p.id`,
      db.organisation.findMany({
        select: { id: true, name: true, shortName: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
      setup.sourceId === null
        ? null
        : db.source.findUnique({
            where: { id: setup.sourceId },
            select: { id: true, prefix: true },
          }),
      db.meeting.findMany({
        where: { cancelled: false },
        select: { date: true },
        orderBy: { date: 'asc' },
      }),
    ]);
  const numbersOf = new Map(numbers.map((one) => [one.id, one]));
  const notesOf = new Map<string, RowNote[]>();
  for (const { itemId, on, ...note } of noted) {
    const notes = notesOf.get(itemId) ?? [];
    notes.push({ ...note, on: toPlainDate(on) });
    notesOf.set(itemId, notes);
  }
  const urlsOf = new Map<string, string[]>();
  for (const { itemId, url } of proved) {
    urlsOf.set(itemId, [...(urlsOf.get(itemId) ?? []), url]);
  }
  return {
    actor,
    today: londonDay(now),
    items: rows.flatMap((row): ImportItem[] => {
      const held = numbersOf.get(row.id);
      if (!held) return [];
      return [
        {
          ...exported(row),
          id: row.id,
          lifecycle: row.lifecycle,
          ownerId: row.ownerId,
          leadOrganisationId: row.leadId,
          answersIds: row.answersIds,
          number: held.number,
          wordingNumber: held.wordingNumber,
          lastRecordedAt: held.lastRecordedAt.toISOString(),
          pending: row.proposed,
          hidden: { restricted: held.restricted, hiddenFrom: held.hiddenFrom },
          notes: notesOf.get(row.id) ?? [],
          evidenceUrls: urlsOf.get(row.id) ?? [],
        },
      ];
    }),
    base,
    people,
    organisations,
    source,
    meetings: meetings.map(({ date }) => toPlainDate(date)),
  };
}
