import { londonDay } from '@/lib/domain/dates';
import { type ItemKind, KIND_NAMES } from '@/lib/domain/item';
import { ragKeyTable } from '@/lib/domain/paper-tables';
import type { RegisterQuery } from '@/lib/domain/register';
import { registerTable } from '@/lib/domain/register-columns';
import { orderInWords, type RegisterExport } from '@/lib/domain/register-export';
import { activeFilters, matchesInWords } from '@/lib/domain/register-links';
import { getBoard } from './board';
import type { Context } from './context';
import { settledBy } from './cut-off';
import { paperRows, toPaperItem } from './paper-facts';
import { getRegister, listRegister } from './register';

/**
 * A register as its address asks for it, every row, with the columns of the paper's appendices.
 * The number of queries does not depend on the number of rows.
 * @throws NotAllowedError
 */
export async function exportRegister(
  context: Context,
  kind: ItemKind,
  query: RegisterQuery,
): Promise<RegisterExport> {
  // Before anything is read.
  const cutOff = (await settledBy(context)).toISOString();
  const board = await getBoard(context, context);
  const [view, listed, rows] = await Promise.all([
    getRegister(context, kind, { ...query, page: 1 }),
    listRegister(context, kind, query),
    paperRows(context, board.dueSoonDays, kind),
  ]);
  const known = new Map(rows.map((row) => [row.reference, row]));
  const found = listed.flatMap(({ reference, movement }) => {
    const row = known.get(reference);
    return row ? [{ row, movement }] : [];
  });
  const active = activeFilters(KIND_NAMES[kind].path, view);
  const title = matchesInWords(view, active.length > 0);
  return {
    kind,
    board: { name: board.name, illustrative: board.illustrative },
    title,
    cutOff,
    asAt: context.asAt ? londonDay(context.now) : null,
    filters: active.map(({ group, label }) => `${group}: ${label}`),
    order: orderInWords(query),
    restricted: found.filter(({ row }) => row.restricted).length,
    table: registerTable(
      kind,
      found.map(({ row, movement }) =>
        toPaperItem(row, row.ownerName, movement ? { movement, flags: [] } : undefined),
      ),
      cutOff,
      { key: KIND_NAMES[kind].path.slice(1), caption: title },
    ),
    ragKey: ragKeyTable(board.ragKey),
  };
}
