import { type Item, Prisma } from '@/prisma/client/client';
import type { Transaction } from './database';
import { PROJECTED, type Rows, TABLES, type Writing } from './rows';

/** So many rows go out in one statement. */
const BATCH = 1000;

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

const columns = (names: readonly string[], of = '') =>
  Prisma.raw(names.map((name) => `${of}"${name}"`).join(', '));

/**
 * Rows in one statement with one parameter: as many parameters as there are values would take
 * longer to write down than to insert. What a row does not name is null, unless none names it.
 */
async function insert(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const model = Prisma.raw(`"${table.charAt(0).toUpperCase()}${table.slice(1)}"`);
  const named = columns([...new Set(rows.flatMap((row) => Object.keys(row)))]);
  await tx.$executeRaw`
    INSERT INTO ${model} (${named})
    SELECT ${named} FROM jsonb_populate_recordset(NULL::${model}, ${JSON.stringify(rows)}::jsonb)`;
}

async function updateItems(tx: Transaction, items: readonly Item[]): Promise<void> {
  for (const some of batches(items)) {
    await tx.$executeRaw`
      UPDATE "Item" i SET (${columns(PROJECTED)}) = (${columns(PROJECTED, 'p.')})
      FROM jsonb_populate_recordset(NULL::"Item", ${JSON.stringify(some)}::jsonb) p
      WHERE i.id = p.id`;
  }
}

/**
 * Rows that wait until all of them are known, and go out together in a few statements: thousands
 * of changes at once. Until then only the items in memory know of them.
 */
export function collectedRows(tx: Transaction): Writing & { send(): Promise<void> } {
  const waiting: { [T in keyof Rows]?: Array<Rows[T]> } = {};
  const items = new Map<string, Item>();
  return {
    async append(table, ...rows) {
      const held: Array<Rows[typeof table]> = waiting[table] ?? [];
      held.push(...rows);
      Object.assign(waiting, { [table]: held });
    },
    async project(item, patch) {
      Object.assign(item, patch);
      items.set(item.id, item);
    },
    async send() {
      // A new item is inserted as it stands by now.
      for (const { id } of waiting.item ?? []) items.delete(id ?? '');
      for (const table of TABLES) {
        for (const rows of batches<object>(waiting[table] ?? [])) await insert(tx, table, rows);
      }
      await updateItems(tx, [...items.values()]);
    },
  };
}
