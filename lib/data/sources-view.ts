import { z } from 'zod';
import { formatMonth } from '@/lib/domain/dates';
import { type ConflictingChange, NotFoundError } from '@/lib/domain/errors';
import { can } from '@/lib/domain/permissions';
import { isNational, parsePrefix } from '@/lib/domain/source';
import type { SourcePageView, SourceRow } from '@/lib/domain/source-view';
import type { VersionChange } from '@/lib/domain/version-change';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { withRedactLinks } from './history-redaction';
import { itemState, STATE_ROW, toLinkedItem } from './item-state';
import { queryRows } from './query-rows';
import { items, type Moment, recordedBy, sources } from './record';
import { visibleItem } from './visibility';

const SOURCE_ROW = z.object({
  id: z.string(),
  version: z.number(),
  prefix: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string(),
});
const SOURCE_COUNTED = SOURCE_ROW.extend({
  recommendations: z.number(),
  commitments: z.number(),
});

/** Every source, the national ones first, with how much of it is rated. @throws NotAllowedError */
export async function listSources(context: Context): Promise<SourceRow[]> {
  demand(context, 'read');
  const rows = await queryRows(context.db, SOURCE_COUNTED)`
    SELECT s.id, s.version, s.prefix, s.title, s.publisher, s.published,
      count(i.id) FILTER (WHERE i.kind = 'recommendation')::int AS recommendations,
      count(i.id) FILTER (WHERE i.kind = 'commitment')::int AS commitments
    FROM ${sources(context)} s
    LEFT JOIN ${items(context)} i ON i."sourceId" = s.id AND i.rated AND ${visibleItem(context.actor)}
    GROUP BY s.id, s.version, s.prefix, s.title, s.publisher, s.published, s.ordinal
    ORDER BY s.ordinal, s.prefix = 'R' DESC`;
  return rows.map(({ version: _, ...row }) => ({
    ...row,
    national: isNational(row.prefix),
  }));
}

const FIELDS = [
  ['Title', (row: { title: string }) => row.title],
  ['Publisher', (row: { publisher: string }) => row.publisher],
  ['Published', (row: { published: string }) => formatMonth(row.published)],
] as const;

async function versions(
  db: Pick<Transaction, 'sourceVersion'>,
  sourceId: string,
  moment: Moment,
): Promise<VersionChange[]> {
  const rows = await db.sourceVersion.findMany({
    where: { sourceId, ...recordedBy(moment) },
    orderBy: { version: 'asc' },
    include: { author: true },
  });
  return rows.map((row, index) => {
    const before = rows[index - 1];
    return {
      version: row.version,
      at: row.recordedAt.toISOString(),
      author: toAuthor(row.author),
      title: before ? 'Source changed' : 'Source added',
      reason: null,
      changes: FIELDS.flatMap(([label, show]) =>
        before && show(before) !== show(row) ? [{ label, from: show(before), to: show(row) }] : [],
      ),
    };
  });
}

/** What was saved after a form was opened, for the conflict page. @param basedOn its version */
export async function sourceChanges(
  { db }: { db: Pick<Transaction, 'sourceVersion'> },
  sourceId: string,
  basedOn: number,
): Promise<ConflictingChange[]> {
  const all = await versions(db, sourceId, { now: new Date(0) });
  return all
    .filter(({ version }) => version > basedOn)
    .map(({ at, author, changes }) => ({
      who: author?.name ?? 'The system',
      at,
      what: 'Changed the source',
      details: changes.map(({ label, to }) => ({ label, value: to ?? '' })),
    }));
}

/** A source, what it says, and every change to it. @throws NotFoundError, NotAllowedError */
export async function getSource(context: Context, address: string): Promise<SourcePageView> {
  demand(context, 'read');
  const { db, actor } = context;
  const prefix = parsePrefix(address);
  const [row] = prefix
    ? await queryRows(db, SOURCE_ROW)`
        SELECT s.id, s.version, s.prefix, s.title, s.publisher, s.published
        FROM ${sources(context)} s WHERE s.prefix = ${prefix}`
    : [];
  if (!row) throw new NotFoundError('That source');
  const board = await getBoard(context, context);
  const [held, history] = await Promise.all([
    queryRows(db, STATE_ROW)`
      SELECT s.* FROM ${itemState(context, board.dueSoonDays)} s
      JOIN "Item" i ON i.id = s.id AND i."sourceId" = ${row.id}::uuid ORDER BY s.ordinal`,
    versions(db, row.id, context),
  ]);
  const { id: _, ...source } = row;
  const national = isNational(source.prefix);
  return {
    ...source,
    national,
    items: held.map((one) => toLinkedItem({ ...one, strength: null })),
    history: withRedactLinks(context, history.reverse(), (version) => ({
      table: 'SourceVersion',
      key: { sourceId: row.id, version },
    })),
    mayManage: !context.asAt && !national && can(actor, 'manageSources'),
  };
}
