import type { ColumnUse, ImportKind } from '@/lib/domain/import-model';
import { readColumnUse } from '@/lib/domain/import-stored';
import { saidWords } from '@/lib/domain/import-text';
import { Prisma } from '@/prisma/client/client';
import { type Context, demand } from './context';
import type { Transaction } from './database';

/** What somebody made of a heading. */
export interface ColumnChoice {
  heading: string;
  use: ColumnUse;
}

/** Keeps what was made of headings, the latest over what was. Part of a change of the setup. */
export async function rememberColumns(
  tx: Transaction,
  kind: ImportKind,
  choices: readonly ColumnChoice[],
): Promise<void> {
  const latest = new Map(
    choices.map(({ heading, use }): [string, ColumnUse] => [saidWords(heading), use]),
  );
  latest.delete('');
  // In one order, so that two people wait for each other instead of locking up.
  const rows = [...latest].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  const values = rows.map(
    ([heading, use]) =>
      Prisma.sql`(${kind}::"ImportKind", ${heading}, ${JSON.stringify(use)}::jsonb)`,
  );
  await tx.$executeRaw`
    INSERT INTO "ImportColumnMemory" (kind, heading, use) VALUES ${Prisma.join(values)}
    ON CONFLICT (kind, heading) DO UPDATE SET use = EXCLUDED.use`;
}

/** What the board has made of headings so far, by `saidWords`. @throws NotAllowedError */
export async function getColumnMemory(
  context: Context,
  kind: ImportKind,
): Promise<Map<string, ColumnUse>> {
  demand(context, 'import');
  const rows = await context.db.importColumnMemory.findMany({ where: { kind } });
  return new Map(rows.map((row) => [row.heading, readColumnUse(row)]));
}
