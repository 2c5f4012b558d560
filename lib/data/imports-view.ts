import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { IMPORT_KINDS } from '@/lib/domain/import-model';
import type { ImportList, ImportSummary, ImportView } from '@/lib/domain/import-view';
import { isId } from '@/lib/domain/is-id';
import { ITEM_KINDS } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { redactPath } from '@/lib/domain/redaction';
import { Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { maySeeEvidence } from './evidence-state';
import { queryRows } from './query-rows';
import { writtenBy } from './record';
import { visibleItem } from './visibility';

const TOTAL = z.object({ total: z.number() });
const SUMMARY_ROW = z.object({
  id: z.string(),
  recordedAt: z.date(),
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
  new: z.number(),
  changed: z.number(),
  stale: z.number(),
  author: z.object({ personId: z.string(), name: z.string(), position: z.string() }).nullable(),
});
const IMPORTED_ROW = z.object({
  row: z.number(),
  state: z.enum(['new', 'changed', 'stale']),
  reference: z.string(),
  kind: z.enum(ITEM_KINDS),
  shortTitle: z.string(),
});

const PAGE = 25;
const ROWS_PAGE = 100;

/**
 * Imports of which the reader may see a row, with what came of those rows: counts would tell of
 * the others.
 */
function summaries(context: Context): Prisma.Sql {
  const count = (state: string) =>
    Prisma.sql`count(*) FILTER (WHERE r.state::text = ${state})::int`;
  return Prisma.sql`
    SELECT m.id, m."recordedAt", m.kind::text AS kind, m."fileName", m.sha256, m.size,
      ${count('new')} AS new, ${count('changed')} AS changed, ${count('stale')} AS stale,
      (SELECT to_jsonb(v) FROM "PersonVersion" v
        WHERE (v."personId", v.version) = (m."authorId", m."authorVersion")) AS author
    FROM "Import" m
    JOIN "ImportRow" r ON r."importId" = m.id
    JOIN "Item" i ON i.id = r."itemId"
    WHERE ${visibleItem(context.actor)} AND ${writtenBy(context, 'm')}
    GROUP BY m.id`;
}

function toSummary(row: z.infer<typeof SUMMARY_ROW>): ImportSummary {
  const { id, kind, fileName, sha256, size, changed, stale } = row;
  return {
    id,
    at: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
    kind,
    fileName,
    sha256,
    size,
    counts: { new: row.new, changed, stale },
  };
}

/** What was imported, newest first. @param page from 1 @throws NotAllowedError */
export async function listImports(context: Context, page: number): Promise<ImportList> {
  demand(context, 'read');
  const { db } = context;
  const [counted] = await queryRows(db, TOTAL)`
    SELECT count(*)::int AS total FROM (${summaries(context)}) s`;
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const current = Math.min(Math.max(1, page), pages);
  const rows = await queryRows(db, SUMMARY_ROW)`
    SELECT * FROM (${summaries(context)}) s ORDER BY s."recordedAt" DESC, s.id DESC
    LIMIT ${PAGE} OFFSET ${(current - 1) * PAGE}`;
  return { imports: rows.map(toSummary), total, page: current, pages };
}

/**
 * One import, and what its rows did, in the order of the file.
 * @param page of its rows, from 1
 * @throws NotAllowedError, and NotFoundError for one of which the reader may see no row
 */
export async function getImport(context: Context, id: string, page: number): Promise<ImportView> {
  demand(context, 'read');
  const { db, actor } = context;
  const [summary] = isId(id)
    ? await queryRows(db, SUMMARY_ROW)`
        SELECT * FROM (${summaries(context)}) s WHERE s.id = ${id}::uuid`
    : [];
  if (!summary) throw new NotFoundError('That import');
  const total = summary.new + summary.changed + summary.stale;
  const pages = Math.max(1, Math.ceil(total / ROWS_PAGE));
  const current = Math.min(Math.max(1, page), pages);
  const rows = await queryRows(db, IMPORTED_ROW)`
    SELECT r.row, r.state::text AS state, i.reference, i.kind::text AS kind, i."shortTitle"
    FROM "ImportRow" r JOIN "Item" i ON i.id = r."itemId"
    WHERE r."importId" = ${id}::uuid AND ${visibleItem(actor)}
    ORDER BY r.row LIMIT ${ROWS_PAGE} OFFSET ${(current - 1) * ROWS_PAGE}`;
  const done = await doneBy(context, id, rows);
  return {
    ...toSummary(summary),
    rows: rows.map((one) => ({ ...one, done: done.get(one.row) ?? [] })),
    page: current,
    pages,
    redact:
      !context.asAt && can(actor, 'redact') ? redactPath({ table: 'Import', key: { id } }) : null,
  };
}

/** What each row did, as the history calls it; without evidence that the reader may not see. */
async function doneBy(
  { db, actor }: Context,
  importId: string,
  rows: ReadonlyArray<{ row: number }>,
): Promise<Map<number, string[]>> {
  const events = await db.auditEvent.findMany({
    where: { importId, importRow: { in: rows.map(({ row }) => row) } },
    orderBy: { seq: 'asc' },
    select: { kind: true, importRow: true, evidenceId: true },
  });
  const evidenceIds = events.flatMap(({ evidenceId }) => evidenceId ?? []);
  const evidence = await db.evidence.findMany({
    where: { id: { in: evidenceIds } },
    select: { id: true, events: true },
  });
  const seen = new Set(
    evidence.flatMap((one) => (maySeeEvidence(actor, one.events) ? one.id : [])),
  );
  const done = new Map<number, string[]>();
  for (const { kind, importRow, evidenceId } of events) {
    if (importRow === null || (evidenceId && !seen.has(evidenceId))) continue;
    done.set(importRow, [...(done.get(importRow) ?? []), EVENT_TITLES[kind] ?? kind]);
  }
  return done;
}
