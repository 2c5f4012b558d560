import type { PlainDate } from './dates';
import type { ItemKind } from './item';
import type { ProseBlock } from './prose';
import type { RagStatus } from './rag';
import type { RagCounts } from './view';

/**
 * What a board paper says, ready to be drawn: the page, Word, PDF and Excel are drawn from this and
 * from nothing else, so they have the same counts and the same words in the same order. It is JSON:
 * an issued paper keeps it as it was.
 */
export interface PaperModel {
  /** Of this shape; frozen models keep the number they were made with: see frozen-paper.ts. */
  format: 1;
  /** The public one holds nothing restricted, and job titles where the other has names. */
  audience: 'members' | 'public';
  kind: 'paper' | 'addendum';
  state: 'draft' | 'cleared' | 'issued';
  /** Of the issue: 1, 2 …; of a draft, that which it would become. */
  version: number;
  title: string;
  board: { name: string; areas: string[] };
  meeting: { slug: string; date: PlainDate };
  /** Instant, ISO: what the register had recorded by then. */
  cutOff: string;
  /** Short lines above everything: draft, illustrative, replaces version 1, withheld, open challenges. */
  notices: string[];
  /** The front block, in order: 'Item number', 'Author' … */
  front: Array<{ label: string; text: string }>;
  /** The summary: one side of A4 that stands alone. */
  summary: PaperSummary;
  sections: PaperSection[];
  appendices: PaperAppendix[];
}

export interface PaperSummary {
  heading: string;
  parts: Array<{ heading: string; blocks: ProseBlock[] }>;
}

export interface PaperSection {
  /** '1' */
  number: string;
  /** 'WHY IS THE INFORMATION/REPORT COMING TO THE … BOARD' */
  heading: string;
  paragraphs: PaperParagraph[];
}

export interface PaperParagraph {
  /** '2.3' */
  number: string;
  heading: string | null;
  blocks: ProseBlock[];
  /** Drawn after the words. */
  charts: PaperChart[];
}

/** Stacked bars of counts by RAG, one a row: a picture of a table that is also printed. */
export interface PaperChart {
  /** 'rag-by-theme': of its file, and of its element. */
  key: string;
  title: string;
  /** What it shows, in words. */
  alternative: string;
  /** 'Theme' or 'Meeting' */
  rowsAre: string;
  rows: Array<{ label: string; counts: RagCounts }>;
}

export interface PaperAppendix {
  /** 'Appendix 1' */
  label: string;
  /** 'The recommendations' */
  title: string;
  parts: PaperTable[];
}

export interface PaperTable {
  /** 'local-actions': of its sheet and its CSV file. */
  key: string;
  caption: string;
  columns: PaperColumn[];
  rows: PaperRow[];
  /** Said where there are no rows. */
  empty: string;
}

export interface PaperColumn {
  key: string;
  heading: string;
  kind: 'reference' | 'text' | 'prose' | 'date' | 'number' | 'rag';
  /**
   * Where columns share one on paper: its heading. Those of one print column stand below one another
   * in a cell; a spreadsheet keeps them apart. Null for what stands in spreadsheets alone.
   */
  print: string | null;
  /** Of the print column: its share of the width, the first of its columns decides. */
  width: number;
  /** Said before the value where it is not the first of its print column: 'First due'. */
  label: string | null;
  /** It stands out in its cell: what the rest of the cell is about. */
  strong?: true;
}

export interface PaperRow {
  /** 'A12'; null for rows that are no item. */
  reference: string | null;
  kind: ItemKind | null;
  /** One for each column; null for an empty cell. */
  cells: PaperCell[];
}

/** A date is 'YYYY-MM-DD'; a RAG status its value and what it is called. */
export type PaperCell = string | number | { rag: RagStatus; text: string } | null;

/** A print column: the columns that stand in it, by their places. */
export interface PrintColumn {
  heading: string;
  width: number;
  columns: Array<PaperColumn & { index: number }>;
}

/** How a table stands on paper. */
export function printColumns({ columns }: Pick<PaperTable, 'columns'>): PrintColumn[] {
  const found = new Map<string, PrintColumn>();
  columns.forEach((column, index) => {
    if (column.print === null) return;
    const known = found.get(column.print);
    if (known) known.columns.push({ ...column, index });
    else {
      found.set(column.print, {
        heading: column.print,
        width: column.width,
        columns: [{ ...column, index }],
      });
    }
  });
  return [...found.values()];
}

/** One file of a paper. */
export interface PaperFile {
  /** 'paper.pdf' */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
