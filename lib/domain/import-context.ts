import type { GridSheet } from './import-grid';
import type { ImportFacts, ImportField, ImportItem, ImportKind, ImportSetup } from './import-model';
import { indexPeople, type PeopleIndex } from './import-people';
import { Questions } from './import-questions';
import { exportedTexts } from './import-said';
import { tableHeadings } from './import-table';
import { saidWords } from './import-text';
import type { PaperItem } from './paper-facts';

/** A file while it is read: what stands where, and what it may name, ready to be looked up. */
export interface Reading {
  kind: ImportKind;
  sheet: GridSheet;
  headings: readonly string[];
  /** Columns by what they are, from 0. */
  fields: ReadonlyMap<ImportField, number>;
  notes: readonly number[];
  history: ReadonlyArray<{ column: number; on: string }>;
  ignored: readonly number[];
  facts: ImportFacts;
  people: PeopleIndex;
  items: ReadonlyMap<string, ImportItem>;
  yours: ReadonlyMap<string, readonly ImportItem[]>;
  /** By what they say, in lower case: titles and texts. */
  worded: ReadonlyMap<string, readonly ImportItem[]>;
  base: ReadonlyMap<string, PaperItem> | null;
  /** What our own files say of the items now, and said then. */
  texts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  baseTexts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  questions: Questions;
  /** When a file of ours was exported, in milliseconds; null where it does not say. */
  exportedAt: number | null;
}

function gathered(entries: ReadonlyArray<[string, ImportItem]>): Map<string, ImportItem[]> {
  const found = new Map<string, ImportItem[]>();
  for (const [key, item] of entries) {
    const same = found.get(key);
    if (!key || same?.includes(item)) continue;
    if (same) same.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/** @param at the instant that a file of ours was exported at, ISO; null where it does not say */
export function startReading(
  sheet: GridSheet,
  setup: ImportSetup,
  facts: ImportFacts,
  at: string | null,
): Reading {
  const fields = new Map<ImportField, number>();
  const notes: number[] = [];
  const history: Array<{ column: number; on: string }> = [];
  const ignored: number[] = [];
  for (const [column, use] of setup.columns.entries()) {
    if (use.as === 'history') history.push({ column, on: use.on });
    else if (use.as === 'ignore') ignored.push(column);
    // A person may have chosen a field twice: the first is it, and nothing is lost.
    else if (use.as === 'field' && !fields.has(use.field)) fields.set(use.field, column);
    else notes.push(column);
  }
  const { items } = facts;
  return {
    kind: setup.kind,
    sheet,
    headings: tableHeadings(sheet, setup.table),
    fields,
    notes,
    history,
    ignored,
    facts,
    people: indexPeople(facts),
    items: new Map(items.map((item) => [item.reference, item])),
    yours: gathered(items.map((item) => [saidWords(item.yourReference ?? ''), item])),
    worded: gathered(
      items.flatMap(
        (item): Array<[string, ImportItem]> => [
          [saidWords(item.text), item],
          [saidWords(item.shortTitle), item],
        ],
      ),
    ),
    base: facts.base && new Map(facts.base.map((item) => [item.reference, item])),
    texts: exportedTexts(items),
    baseTexts: exportedTexts(facts.base ?? []),
    questions: new Questions(setup.answers),
    exportedAt: at === null ? null : Date.parse(at),
  };
}
