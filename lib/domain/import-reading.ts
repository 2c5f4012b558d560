import { type Reading, startReading } from './import-context';
import type { Grid } from './import-grid';
import { type Identity, identify } from './import-identity';
import type { ImportFacts, ImportReading, ImportSetup, PreviewRow } from './import-model';
import { leftRow, readRow, wrongRow } from './import-row';
import { exportedAt } from './import-setup';
import { tableRows } from './import-table';

/** What two rows share that are about one thing; null for a row that is about nothing yet. */
function about(identity: Identity): string | null {
  if (identity.is === 'known') return `item ${identity.item.reference}`;
  return identity.is === 'new' ? identity.same : null;
}

/** Rows by what they are about. */
function groupRows(
  found: ReadonlyArray<{ row: number; identity: Identity }>,
): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { row, identity } of found) {
    const key = about(identity);
    if (key === null) continue;
    const same = rows.get(key);
    if (same) same.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}

function read(
  reading: Reading,
  row: number,
  identity: Identity,
  same: readonly number[],
): PreviewRow {
  if (identity.is === 'wrong') return wrongRow(reading, row, identity.field, identity.message);
  if (identity.is === 'left') return leftRow(reading, row, identity.remark);
  if (same.length > 1) {
    const others = same
      .slice(0, 6)
      .filter((other) => other !== row)
      .map((other) => other + 1);
    const field = ['reference', 'yourReference', 'text'].find((one) =>
      reading.fields.has(one as 'text'),
    );
    const message = `Row ${others.join(', ')} is about the same: leave one of them`;
    return wrongRow(reading, row, (field ?? null) as 'text' | null, message);
  }
  return readRow(reading, row, identity);
}

/**
 * What a file comes to: every row as new, changed, unchanged, stale or wrong, with the write it asks
 * for, and what a person has to settle first. The same for the same file, setup and facts.
 */
export function readImport(grid: Grid, setup: ImportSetup, facts: ImportFacts): ImportReading {
  const sheet = grid.sheets.find(({ name }) => name === setup.table.sheet);
  const counts = { new: 0, changed: 0, unchanged: 0, stale: 0, wrong: 0 };
  if (!sheet) return { questions: [], rows: [], counts };
  const reading = startReading(sheet, setup, facts, exportedAt(grid, setup));
  const found = tableRows(sheet, setup.table).rows.map((row) => ({
    row,
    identity: identify(reading, row),
  }));
  const groups = groupRows(found);
  const rows = found.map(({ row, identity }) =>
    read(reading, row, identity, groups.get(about(identity) ?? '') ?? []),
  );
  for (const { state } of rows) counts[state] += 1;
  return { questions: reading.questions.all(), rows, counts };
}
