import { formatDate, londonDay } from '@/lib/domain/dates';
import type {
  PaperAppendix,
  PaperCell,
  PaperChart,
  PaperColumn,
  PaperModel,
  PaperParagraph,
  PaperRow,
  PaperSummary,
  PaperTable,
  PrintColumn,
} from '@/lib/domain/paper-model';
import { printColumns } from '@/lib/domain/paper-model';
import type { ProseBlock } from '@/lib/domain/prose';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { CELL_COLOURS } from '@/lib/domain/rag-colours';
import { drawChart } from './chart';
import { CELL_PADDING, columnWidths } from './column-widths';
import { breakable, printable } from './printable';

/** Of the text of an A4 page, in points. */
const PORTRAIT = 482;
const LANDSCAPE = 728;
/** A table of more print columns than that lies on its side. */
const UPRIGHT_COLUMNS = 4;
/** Rows of fewer characters stay on one page. */
const KEPT_TOGETHER = 700;
/** A word of more characters than that does not fit a line of prose. */
const LONG_WORD = 48;

type Line =
  | { text: string; label?: string; strong?: true }
  | { rag: string; shade: string; ink: string };

interface DrawnTable {
  /** 'Appendix 1: The recommendations' before the first part of an appendix. */
  heading: string | null;
  caption: string;
  headings: string[];
  /** In points. */
  widths: number[];
  rows: Array<{ keep: boolean; cells: Line[][] }>;
  empty: string;
}

interface DrawnChart {
  title: string;
  alternative: string;
  /** The name of the input that holds its SVG. */
  picture: string;
  numbers: { caption: string; headings: string[]; rows: string[][] };
}

interface DrawnPart {
  heading: string;
  blocks: ProseBlock[];
}

/** What the template reads as `paper`. All of its text is printable. */
export interface DrawnPaper {
  title: string;
  date: { year: number; month: number; day: number };
  /** In the header, on the left and on the right. */
  mark: string;
  audience: string;
  foot: string;
  /** Below the title. */
  under: string | null;
  notices: string[];
  front: Array<{ label: string; text: string }>;
  sections: Array<{
    number: string;
    heading: string;
    summary: { heading: string; parts: DrawnPart[] } | null;
    paragraphs: Array<{
      number: string;
      heading: string | null;
      blocks: ProseBlock[];
      charts: DrawnChart[];
    }>;
  }>;
  parts: DrawnPart[];
  groups: Array<{ flipped: boolean; tables: DrawnTable[] }>;
}

export interface Drawing {
  paper: DrawnPaper;
  /** SVG by the name of its input. */
  pictures: Record<string, string>;
}

const words = (text: string) => breakable(printable(text), LONG_WORD);

function prose(blocks: readonly ProseBlock[]): ProseBlock[] {
  return blocks.map((block) =>
    block.kind === 'list'
      ? { ...block, items: block.items.map(prose) }
      : { ...block, spans: block.spans.map((span) => ({ ...span, text: run(span.text) })) },
  );
}

/** A run keeps the spaces at its ends: they part it from the next. */
function run(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const after = /\s$/.test(text) && text.trim() ? ' ' : '';
  return before + words(text) + after;
}

function markOf({ state, version }: PaperModel): string {
  if (state === 'draft') return 'Draft';
  if (state === 'cleared') return 'Cleared, not issued';
  return version > 1 ? `Version ${version}` : '';
}

function dateOf(cutOff: string): DrawnPaper['date'] {
  const [year = 0, month = 1, day = 1] = londonDay(new Date(cutOff)).split('-').map(Number);
  return { year, month, day };
}

function frame(model: PaperModel): Omit<DrawnPaper, 'sections' | 'parts' | 'groups' | 'front'> {
  return {
    title: words(model.title),
    date: dateOf(model.cutOff),
    mark: markOf(model),
    audience: model.audience === 'public' ? 'Public version' : '',
    foot: words(`${model.board.name}, ${formatDate(model.meeting.date)}`),
    under: null,
    notices: model.notices.map(words),
  };
}

/** A date stays on one line. */
const dayOf = (date: string) => formatDate(date).replaceAll(' ', '\u00A0');

function lineOf(cell: PaperCell, column: PaperColumn, most: number): Line[] {
  if (cell === null) return [];
  if (typeof cell === 'object') return [{ rag: printable(cell.text), ...CELL_COLOURS[cell.rag] }];
  const label = column.label === null ? {} : { label: words(column.label) };
  if (column.kind === 'date') return [{ ...label, text: dayOf(String(cell)) }];
  const said = String(cell);
  const paragraphs = said.split(/\n+/).filter((text) => text.trim());
  return paragraphs.map((text, index) => ({
    ...(index === 0 ? label : {}),
    ...(column.strong && { strong: column.strong }),
    text: breakable(printable(text), most),
  }));
}

function rowOf({ cells }: PaperRow, columns: readonly PrintColumn[], widths: readonly number[]) {
  const drawn = columns.map((column, at) => {
    const most = Math.floor(((widths[at] ?? 0) - CELL_PADDING) / 7);
    return column.columns.flatMap((each) => lineOf(cells[each.index] ?? null, each, most));
  });
  const length = drawn
    .flat()
    .reduce((sum, line) => sum + ('text' in line ? line.text.length : 0), 0);
  return { keep: length < KEPT_TOGETHER, cells: drawn };
}

function tableOf(table: PaperTable, heading: string | null, width: number): DrawnTable {
  const columns = printColumns(table);
  const widths = columnWidths(table, width);
  return {
    heading,
    caption: words(table.caption),
    headings: columns.map((column) => printable(column.heading)),
    widths,
    rows: table.rows.map((row) => rowOf(row, columns, widths)),
    empty: words(table.empty),
  };
}

/** Tables by page: a new one for each appendix, and where the paper turns on its side. */
function groupsOf(appendices: readonly PaperAppendix[]): DrawnPaper['groups'] {
  const groups: DrawnPaper['groups'] = [];
  for (const { label, title, parts } of appendices) {
    parts.forEach((part, index) => {
      const flipped = printColumns(part).length > UPRIGHT_COLUMNS;
      const heading = index === 0 ? words(`${label}: ${title}`) : null;
      const table = tableOf(part, heading, flipped ? LANDSCAPE : PORTRAIT);
      const last = groups.at(-1);
      if (heading === null && last?.flipped === flipped) last.tables.push(table);
      else groups.push({ flipped, tables: [table] });
    });
  }
  return groups;
}

function numbersOf({ title, rowsAre, rows }: PaperChart): DrawnChart['numbers'] {
  return {
    caption: words(`${title}, in numbers`),
    headings: [rowsAre, ...RAG_STATUSES.map((status) => RAG_NAMES[status]), 'Total'].map(printable),
    rows: rows.map(({ label, counts }) => {
      const numbers = RAG_STATUSES.map((status) => counts[status]);
      const total = numbers.reduce((sum, count) => sum + count, 0);
      return [breakable(printable(label), 18), ...[...numbers, total].map(String)];
    }),
  };
}

function summaryOf({ heading, parts }: PaperSummary) {
  return {
    heading: words(heading),
    parts: parts.map((part) => ({ heading: words(part.heading), blocks: prose(part.blocks) })),
  };
}

/** A paper as the template wants it. */
export function drawingOf(model: PaperModel): Drawing {
  const pictures: Record<string, string> = {};
  const chart = (drawn: PaperChart): DrawnChart => {
    const picture = `chart-${Object.keys(pictures).length}`;
    pictures[picture] = drawChart(drawn);
    return {
      title: words(drawn.title),
      alternative: printable(drawn.alternative),
      picture,
      numbers: numbersOf(drawn),
    };
  };
  const paragraph = ({ number, heading, blocks, charts }: PaperParagraph) => ({
    number: printable(number),
    heading: heading?.trim() ? words(heading) : null,
    blocks: prose(blocks),
    charts: charts.map(chart),
  });
  const summary = model.summary.parts.length > 0 ? summaryOf(model.summary) : null;
  // Before the paragraphs of section 2, where the form has one.
  const second = Math.max(
    0,
    model.sections.findIndex(({ number }) => number === '2'),
  );
  return {
    paper: {
      ...frame(model),
      front: model.front.map(({ label, text }) => ({ label: words(label), text: words(text) })),
      sections: model.sections.map(({ number, heading, paragraphs }, index) => ({
        number: printable(number),
        heading: words(heading),
        summary: index === second ? summary : null,
        paragraphs: paragraphs.map(paragraph),
      })),
      parts: [],
      groups: groupsOf(model.appendices),
    },
    pictures,
  };
}

/** The summary by itself. */
export function summaryDrawingOf(model: PaperModel, summary: PaperSummary): Drawing {
  const { heading, parts } = summaryOf(summary);
  return {
    paper: { ...frame(model), under: heading, front: [], sections: [], parts, groups: [] },
    pictures: {},
  };
}
