import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { cellWords, type PrintedValue, printedValues } from '@/lib/domain/paper-cell';
import { type PaperChart, type PaperTable, printColumns } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { CELL_COLOURS } from '@/lib/domain/rag-colours';
import { columnWidths } from './column-widths';
import { isLeftward, paragraph, run } from './word-text';

/** Of the text of an A4 page, in points: upright, and on its side. */
const UPRIGHT = 481;
const SIDEWAYS = 728;
/** A table of more print columns than that lies on its side. */
const UPRIGHT_COLUMNS = 4;
/** Rows of fewer characters stay on one page. */
const KEPT_TOGETHER = 700;

/** Points as Word counts. */
const twips = (points: number) => Math.round(points * 20);
const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8090' };
const BORDERS = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const MARGINS = { top: 50, bottom: 50, left: 80, right: 80 };
const HEAD = { type: ShadingType.CLEAR, color: 'auto', fill: 'F1ECE4' };

export function liesSideways(table: PaperTable): boolean {
  return printColumns(table).length > UPRIGHT_COLUMNS;
}

interface Cell {
  children: Paragraph[];
  /** 'E3F2E7' */
  fill?: string;
}

/** A table in fixed widths whose first row is its header on every page. @param widths in points */
function grid(
  headings: readonly string[],
  widths: readonly number[],
  rows: ReadonlyArray<{ cells: Cell[]; keep: boolean }>,
) {
  const cell = ({ children, fill }: Cell, index: number, shading = fill) =>
    new TableCell({
      children: children.length ? children : [paragraph('', { style: 'Cell' })],
      width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
      ...(shading && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shading } }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true },
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: BORDERS,
    margins: MARGINS,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headings.map((text, index) =>
          cell(
            // A header is never the last of its page.
            { children: [paragraph(text, { style: 'Cell', bold: true, keepNext: true })] },
            index,
            HEAD.fill,
          ),
        ),
      }),
      ...rows.map(
        ({ cells, keep }) =>
          new TableRow({ cantSplit: keep, children: cells.map((one, index) => cell(one, index)) }),
      ),
    ],
  });
}

function printed({ cell, kind, label, strong }: PrintedValue): Paragraph[] {
  if (typeof cell === 'object') {
    const color = CELL_COLOURS[cell.rag].ink.slice(1);
    return [new Paragraph({ style: 'Cell', children: [run(cell.text, { bold: true, color })] })];
  }
  const lines = cellWords(cell, kind)
    .split(/\n+/)
    .filter((text) => text.trim());
  return lines.map((text, index) => {
    const said = index === 0 && label ? `${label}: ${text}` : text;
    return new Paragraph({
      style: 'Cell',
      ...(isLeftward(text) && { bidirectional: true }),
      children: [run(said, strong ? { bold: true } : {})],
    });
  });
}

/** A table of an appendix under its title; a sentence where it has no rows. */
export function registerTable(table: PaperTable): Array<Paragraph | Table> {
  const title = paragraph(table.caption, { style: 'TableTitle' });
  if (table.rows.length === 0) return [title, paragraph(table.empty)];
  const columns = printColumns(table);
  const widths = columnWidths(table, liesSideways(table) ? SIDEWAYS : UPRIGHT);
  const rows = table.rows.map((row) => {
    const values = columns.map((column) => printedValues(column, row));
    const length = values
      .flat()
      .reduce((sum, { cell, kind }) => sum + cellWords(cell, kind).length, 0);
    return {
      keep: length < KEPT_TOGETHER,
      cells: values.map((all): Cell => {
        const rated = all.map(({ cell }) => cell).find((one) => typeof one === 'object');
        return {
          children: all.flatMap(printed),
          ...(typeof rated === 'object' && { fill: CELL_COLOURS[rated.rag].shade.slice(1) }),
        };
      }),
    };
  });
  return [
    title,
    grid(
      columns.map(({ heading }) => heading),
      widths,
      rows,
    ),
  ];
}

/** What a picture shows, in numbers. */
export function chartTable({ title, rowsAre, rows }: PaperChart): Array<Paragraph | Table> {
  const headings = [rowsAre, ...RAG_STATUSES.map((status) => RAG_NAMES[status]), 'Total'];
  // 'Not rated' is the longest of the headings.
  const shares = [...RAG_STATUSES.map((status) => (status === 'not_rated' ? 64 : 48)), 48];
  const widths = [UPRIGHT - shares.reduce((sum, width) => sum + width, 0), ...shares];
  return [
    paragraph(`${title}, in numbers`, { style: 'TableTitle' }),
    grid(
      headings,
      widths,
      rows.map(({ label, counts }, at) => {
        // All of it on one page.
        const keepNext = at < rows.length - 1;
        const numbers = RAG_STATUSES.map((status) => counts[status]);
        const total = numbers.reduce((sum, count) => sum + count, 0);
        return {
          keep: true,
          cells: [label, ...[...numbers, total].map(String)].map((text) => ({
            children: [paragraph(text, { style: 'Cell', keepNext })],
          })),
        };
      }),
    ),
  ];
}

/** Two columns: what it is called, and what it says. */
export function frontTable(front: ReadonlyArray<{ label: string; text: string }>): Table {
  return grid(
    ['Detail', 'This paper'],
    [UPRIGHT * 0.26, UPRIGHT * 0.74],
    front.map(({ label, text }) => ({
      keep: true,
      cells: [
        { children: [paragraph(label, { style: 'Cell', bold: true })] },
        { children: [paragraph(text, { style: 'Cell' })] },
      ],
    })),
  );
}
