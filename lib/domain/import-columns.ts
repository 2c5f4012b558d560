import type { PlainDate } from './dates';
import { readDate } from './import-date';
import type { GridCell, GridSheet } from './import-grid';
import { headingSays, ownHeadings } from './import-headings';
import type { ColumnUse, ImportField, ImportKind, TableRange } from './import-model';
import { type Period, periodOfHeading } from './import-period';
import { readFill, readRag } from './import-rag';
import { tableHeadings, tableRows } from './import-table';
import { bareWords, saidWords } from './import-text';
import { parseReference } from './item';
import { mendText } from './mend-text';

/** What is looked at of a column to see what it holds. */
const SAMPLE = 400;

interface Values {
  count: number;
  distinct: number;
  /** Shares of those that say something. */
  ours: number;
  dates: number;
  rag: number;
  /** Characters. */
  longest: number;
  average: number;
}

function valuesOf(cells: readonly GridCell[], today: PlainDate): Values {
  const said = cells.filter(({ text, fill }) => mendText(text) !== '' || fill).slice(0, SAMPLE);
  const texts = said.map(({ text }) => mendText(text));
  const share = (is: (cell: GridCell) => boolean) => said.filter(is).length / (said.length || 1);
  const lengths = texts.map((text) => text.length);
  return {
    count: said.length,
    distinct: new Set(texts).size,
    ours: share(({ text }) => parseReference(mendText(text).replace(/\s/g, '')) !== undefined),
    dates: share((cell) => readDate(cell, today).is === 'date'),
    rag: share(({ text, fill }) => {
      const words = mendText(text);
      if (!words) return !!fill && readFill(fill) !== null;
      const read = words.length <= 40 ? readRag(words) : { is: 'empty' };
      return read.is === 'rag' || read.is === 'complete' || read.is === 'not_rated';
    }),
    longest: Math.max(0, ...lengths),
    average: lengths.reduce((sum, length) => sum + length, 0) / (said.length || 1),
  };
}

interface Wish {
  field: ImportField;
  weight: number;
}

/** What a column would be by its heading, its values bearing witness. */
function wishOf(heading: string, kind: ImportKind, values: Values): Wish | null {
  const says = headingSays(heading, kind);
  if (!says) {
    if (values.rag >= 0.8 && values.distinct <= 8) return { field: 'rag', weight: 2 };
    const unnamed = bareWords(heading) === '' || /\bdate\b/i.test(heading);
    return unnamed && values.dates >= 0.8 ? { field: 'due', weight: 1 } : null;
  }
  const { field, weight } = says;
  if (field === 'number') {
    const ours = values.ours >= 0.5 || kind === 'recommendations';
    return { field: ours ? 'reference' : 'yourReference', weight };
  }
  if (field === 'status') {
    if (values.rag >= 0.5) return { field: 'rag', weight: 5 };
    return values.average > 40 ? { field: 'words', weight: 2 } : { field: 'standing', weight };
  }
  if (field === 'answers' && kind === 'status_updates' && values.ours >= 0.5) {
    return { field: 'reference', weight };
  }
  // 'RAG' over a column of sentences.
  if (field === 'rag' && values.average > 40) return { field: 'words', weight: 2 };
  return { field, weight };
}

/** What is reported anew each time, in columns side by side. */
const DATED: ReadonlySet<ImportField> = new Set([
  'words',
  'rag',
  'standing',
  'headline',
  'recovery',
  'nextStep',
]);

interface Column {
  index: number;
  heading: string;
  values: Values;
  wish: Wish | null;
  period: Period | null;
}

/** Of the columns that report one thing at several times, the latest that is not to come. */
function datedUses(columns: readonly Column[], today: PlainDate): Map<number, ColumnUse> {
  const uses = new Map<number, ColumnUse>();
  for (const field of DATED) {
    const same = columns.filter(({ wish }) => wish?.field === field);
    const dated = same.filter((column) => column.period !== null);
    const begun = dated.filter(({ period }) => period && period.first <= today);
    const undated = same.some(({ period, wish }) => !period && (wish?.weight ?? 0) > 4);
    const latest = begun.reduce<Column | null>(
      (best, column) => ((column.period?.last ?? '') > (best?.period?.last ?? '') ? column : best),
      null,
    );
    for (const column of dated) {
      const { index, period } = column;
      if (column === latest && !undated) continue;
      // A time that has not ended is no past one yet, and one to come is none at all.
      const past = period && period.first <= today;
      const on = period && period.last > today ? today : (period?.last ?? today);
      uses.set(index, past ? { as: 'history', on } : { as: 'note' });
    }
  }
  return uses;
}

function ownUses(headings: readonly string[], kind: ImportKind): Map<number, ColumnUse> {
  const own = ownHeadings(headings, kind);
  const uses = new Map<number, ColumnUse>();
  const taken = new Set<string>();
  for (const [index, heading] of headings.entries()) {
    const field = own?.get(heading);
    if (field === undefined || taken.has(heading)) continue;
    taken.add(heading);
    uses.set(index, field ? { as: 'field', field } : { as: 'ignore' });
  }
  return uses;
}

/**
 * What each column of a table is taken for, from its heading and what stands in it. What fits
 * nothing is a note; a column without any words is ignored.
 * @param remembered what a person made of a heading before, by its words in lower case, with single spaces
 */
export function guessColumns(
  sheet: GridSheet,
  table: TableRange,
  kind: ImportKind,
  remembered: ReadonlyMap<string, ColumnUse>,
  today: PlainDate,
): ColumnUse[] {
  const headings = tableHeadings(sheet, table);
  const { rows } = tableRows(sheet, table);
  const own = ownUses(headings, kind);
  const columns = headings.map((heading, index): Column => {
    const cells = rows.flatMap((row) => sheet.rows[row]?.[index] ?? []);
    const values = valuesOf(cells, today);
    const wish = wishOf(heading, kind, values);
    const period = wish && DATED.has(wish.field) ? periodOfHeading(heading, today) : null;
    return { index, heading, values, wish, period };
  });
  const uses = new Map<number, ColumnUse>();
  const taken = new Set<ImportField>();
  const use = (index: number, as: ColumnUse) => {
    if (uses.has(index) || (as.as === 'field' && taken.has(as.field))) return;
    if (as.as === 'field') taken.add(as.field);
    uses.set(index, as);
  };
  for (const { index, heading } of columns) {
    const known = remembered.get(saidWords(heading));
    if (known && heading) use(index, known);
  }
  for (const [index, as] of own) use(index, as);
  for (const { index, values } of columns) {
    if (values.count === 0 && !own.has(index)) use(index, { as: 'ignore' });
  }
  const rest = columns.filter(({ index }) => !uses.has(index));
  for (const [index, as] of datedUses(rest, today)) use(index, as);
  for (const { index, as } of wished(
    rest.filter(({ index }) => !uses.has(index)),
    taken,
  ))
    use(index, as);
  return headings.map((_, index) => uses.get(index) ?? { as: 'note' });
}

/** The wishes in the order of their weight, so that the best heading gets the field. */
function wished(columns: readonly Column[], taken: ReadonlySet<ImportField>) {
  const texts = columns.filter(({ wish }) => wish?.field === 'text');
  const [short, long] = texts;
  // 'Action' and 'Description': the short one is its title.
  const titled =
    short &&
    long &&
    !taken.has('shortTitle') &&
    !columns.some(({ wish }) => wish?.field === 'shortTitle')
      ? [short, long].find(({ values }) => values.longest <= 120)
      : undefined;
  return columns
    .flatMap((column) => {
      const { index, wish } = column;
      if (!wish) return [];
      const field = column === titled ? 'shortTitle' : wish.field;
      return [{ index, weight: wish.weight, as: { as: 'field' as const, field } }];
    })
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
}
