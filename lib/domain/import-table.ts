import type { PlainDate } from './dates';
import type { Grid, GridCell, GridSheet } from './import-grid';
import { headingSays, ownHeadings } from './import-headings';
import type { ImportKind, TableRange } from './import-model';
import { periodOfHeading } from './import-period';
import { bareWords } from './import-text';
import { mendText } from './mend-text';

type Row = ReadonlyArray<GridCell | null>;

const words = (cell: GridCell | null | undefined) => mendText(cell?.text);
const isBlank = (row: Row) => row.every((cell) => !words(cell) && !cell?.fill);
const hasWords = (row: Row) => row.some((cell) => words(cell) !== '');

/** Titles stand above a table, never this far down. */
const DEEPEST = 60;
/** Any day does to tell that a heading names a time. */
const SOME_DAY: PlainDate = '2000-01-01';

/** How many different things the cells of a row, taken for headings, stand for. */
function headingScore(row: Row, kind: ImportKind): number {
  const texts = [...new Set(row.map(words).filter(Boolean))];
  const own = ownHeadings(texts, kind);
  if (own) return texts.filter((text) => own.has(text)).length;
  // A sentence is no heading, even where it holds a word of one.
  const said = texts.filter((text) => text.length <= 60).map((text) => headingSays(text, kind));
  return new Set(said.flatMap((says) => says?.field ?? [])).size;
}

function headerRow({ rows }: GridSheet, kind: ImportKind): { row: number; score: number } | null {
  let best: { row: number; score: number } | null = null;
  for (const [row, cells] of rows.slice(0, DEEPEST).entries()) {
    const score = headingScore(cells, kind);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  if (best && best.score >= 2) return best;
  // Headings nobody has thought of: the first row that is as wide as what follows.
  const widths = rows
    .slice(0, DEEPEST)
    .map((cells) => new Set(cells.map(words).filter(Boolean)).size);
  const wide = Math.max(0, ...widths);
  const row = widths.findIndex((width) => width > 0 && width >= wide * 0.7);
  return row < 0 ? null : { row, score: 0 };
}

/** A heading over several columns of a row, but not over the whole table: that is a title. */
function groups({ merged, rows }: GridSheet, row: number): boolean {
  const width = Math.max(...rows.slice(row, row + 3).map((cells) => cells.length));
  return merged.some(
    ({ top, bottom, left, right }) =>
      top === row && bottom === row && right > left && right - left + 1 < width,
  );
}

function joins({ merged }: GridSheet, upper: number): boolean {
  return merged.some(({ top, bottom }) => top === upper && bottom === upper + 1);
}

/** Without merged cells, only times stand over headings: 'Q3', and nothing beside it. */
function isTimes(row: Row): boolean {
  const texts = row.map(words).filter(Boolean);
  return (
    texts.length > 0 && texts.every((text) => periodOfHeading(text, SOME_DAY) && text.length < 20)
  );
}

const TOTAL =
  /^(grand |sub)?totals?( (number|no|count|of|open|closed|overall|actions?|recommendations?|red|amber|green|blue|rated))*( \d+)?$/;
const KEY =
  /^(b?rag )?(rating |status |colour )?(key|legend)( to.*| for.*)?$|^end( of (table|list|log|plan|document))?$/;

/** Why a row beneath the headings is none of the table; null where it is one. */
function footer(row: Row): 'total' | 'key' | null {
  const texts = row.map(words).filter(Boolean);
  const first = bareWords(texts[0] ?? '');
  const others = texts.slice(1).filter((text) => text !== texts[0]);
  if (KEY.test(first) && others.length <= 6) return 'key';
  return TOTAL.test(first) && others.every((text) => /^[\d.,%\s]+( \p{L}+){0,3}$/u.test(text))
    ? 'total'
    : null;
}

/** A row that is one merged heading: 'Theme 1: prevention'. */
function isSection({ merged }: GridSheet, row: number, cells: Row): boolean {
  const texts = new Set(cells.map(words).filter(Boolean));
  return (
    texts.size === 1 &&
    merged.some(({ top, bottom, left, right }) => top <= row && bottom >= row && right - left >= 2)
  );
}

export interface TableRows {
  /** Rows of the sheet that are items, from 0. */
  rows: number[];
  /** Rows that are left out, and what they say. */
  leftOut: Array<{ row: number; says: string }>;
}

function rowsBetween(sheet: GridSheet, from: number, last: number): TableRows {
  const found: TableRows = { rows: [], leftOut: [] };
  const mergedRows = new Set(sheet.merged.map(({ top }) => top));
  // After the key of a table come its lines, which are short.
  const lastWide = sheet.rows.findLastIndex(
    (cells) => new Set(cells.map(words).filter(Boolean)).size > 3,
  );
  let key = false;
  for (let row = from; row <= Math.min(last, sheet.rows.length - 1); row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (isBlank(cells)) continue;
    const why = footer(cells);
    key ||= why === 'key' && row >= lastWide;
    // Nothing but colours: the bars of a design.
    if (key || why || !hasWords(cells) || (mergedRows.has(row) && isSection(sheet, row, cells))) {
      const says = [...new Set(cells.map(words).filter(Boolean))].join(' ');
      if (says) found.leftOut.push({ row, says });
    } else found.rows.push(row);
  }
  return found;
}

/** The rows of a table, blank ones, totals, keys and merged headings apart. */
export function tableRows(sheet: GridSheet, table: TableRange): TableRows {
  const { rows, leftOut } = rowsBetween(sheet, table.headerBottom + 1, table.last);
  const after = sheet.rows.slice(table.last + 1).flatMap((cells, index) => {
    const says = [...new Set(cells.map(words).filter(Boolean))].join(' ');
    return says ? [{ row: table.last + 1 + index, says }] : [];
  });
  return { rows, leftOut: [...leftOut, ...after] };
}

/** Finds the table of a sheet: titles stand above it, totals and keys beneath. */
export function findTable(sheet: GridSheet, kind: ImportKind): TableRange {
  const header = headerRow(sheet, kind)?.row ?? 0;
  const above = sheet.rows[header - 1];
  const below = sheet.rows[header + 1];
  let [headerTop, headerBottom] = [header, header];
  if (above && (groups(sheet, header - 1) || joins(sheet, header - 1) || isTimes(above))) {
    headerTop = header - 1;
  } else if (below && (joins(sheet, header) || groups(sheet, header))) {
    // The part of a heading that is beneath a merged one belongs to it.
    headerBottom = header + 1;
  }
  const { rows } = rowsBetween(sheet, headerBottom + 1, sheet.rows.length - 1);
  return { sheet: sheet.name, headerTop, headerBottom, last: rows.at(-1) ?? headerBottom };
}

/** The headings of a table by column; those of two rows joined: 'Q3 Progress'. */
export function tableHeadings(sheet: GridSheet, table: TableRange): string[] {
  const header = sheet.rows.slice(table.headerTop, table.headerBottom + 1);
  const body = sheet.rows.slice(table.headerBottom + 1, table.last + 1);
  const width = [...header, ...body].reduce((most, cells) => Math.max(most, cells.length), 0);
  const spread = header.map((cells, index) => {
    if (index === header.length - 1 || !isTimes(cells)) return cells;
    // A time stands over all columns up to the next one.
    let time: GridCell | null = null;
    return Array.from({ length: width }, (_, column) => {
      if (words(cells[column])) time = cells[column] ?? null;
      return time;
    });
  });
  return Array.from({ length: width }, (_, column) =>
    [...new Set(spread.map((cells) => words(cells[column])).filter(Boolean))].join(' '),
  );
}

const FITS: Record<ImportKind, RegExp> = {
  local_actions: /action|plan|log|delivery/i,
  status_updates: /action|plan|log|update|progress|recommendation|commitment/i,
  recommendations: /recommendation/i,
};

/** The sheet that is most likely meant: one with headings of the kind; hidden ones come last. */
export function pickSheet(grid: Grid, kind: ImportKind): GridSheet | null {
  const [best] = grid.sheets
    .filter(({ rows }) => rows.some(hasWords))
    .map((sheet) => ({
      sheet,
      score:
        (headerRow(sheet, kind)?.score ?? 0) +
        (FITS[kind].test(sheet.name) ? 2.5 : 0) -
        (sheet.hidden ? 1000 : 0) +
        (sheet.rows.length > 1 ? 0.5 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  return best?.sheet ?? null;
}
