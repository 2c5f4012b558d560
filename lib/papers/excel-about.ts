import type { CellObject, Row } from 'write-excel-file/node';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { paperStanding } from '@/lib/domain/paper-cell';
import type { PaperModel, PaperTable } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import {
  dateCell,
  excelCell,
  labelCell,
  lineOf,
  numberCell,
  textCell,
} from '@/lib/spreadsheets/excel-cells';
import type { SheetLink } from '@/lib/spreadsheets/excel-features';
import { headingCell, LINK } from '@/lib/spreadsheets/excel-register';

export interface AboutSheet {
  data: Row[];
  columns: Array<{ width: number }>;
  links: SheetLink[];
}

/** How many rows have each status; nothing for a table that is no register. */
function ragCounts({ columns, rows }: PaperTable): Array<CellObject | null> {
  const rag = columns.findIndex(({ kind }) => kind === 'rag');
  if (rag < 0 || !columns.some(({ kind }) => kind === 'reference')) return [];
  return RAG_STATUSES.map((status) => {
    const count = rows.filter(({ cells }) => {
      const cell = cells[rag];
      return typeof cell === 'object' && cell?.rag === status;
    }).length;
    return numberCell(count);
  });
}

/** What the file is: the front of the paper, its cut-off and notices, and what each sheet holds. */
export function aboutSheet(
  model: PaperModel,
  sheets: ReadonlyArray<{ name: string; label: string; table: PaperTable }>,
): AboutSheet {
  const cutOff = formatInstant(model.cutOff);
  const said = (words: string) => model.front.some(({ text }) => text.includes(words));
  const facts: Row[] = [
    ...model.front.map(({ label: name, text }) => [
      labelCell(name),
      { ...textCell(text), wrap: false },
    ]),
    ...(said(formatDate(model.meeting.date))
      ? []
      : [[labelCell('Date of meeting'), dateCell(model.meeting.date)]]),
    ...(said(cutOff) ? [] : [[labelCell('Data cut-off'), { ...textCell(cutOff), wrap: false }]]),
    [labelCell('Status'), { ...textCell(paperStanding(model)), wrap: false }],
    ...(model.audience === 'public' ? [[labelCell('Audience'), textCell('Public version')]] : []),
  ];
  const before: Row[] = [
    lineOf(model.title, { fontWeight: 'bold', fontSize: 16, height: 24 }),
    lineOf(model.board.name),
    ...model.notices.map((notice) => lineOf(notice, { fontStyle: 'italic' })),
    [],
    ...facts,
    [],
    [
      headingCell('Sheet'),
      headingCell('What it holds'),
      { ...headingCell('Rows'), align: 'center' },
      ...RAG_STATUSES.map((status) => ({
        ...headingCell(RAG_NAMES[status]),
        ...excelCell({ rag: status, text: RAG_NAMES[status] }, 'rag'),
        align: 'center' as const,
      })),
    ],
  ];
  return {
    data: [
      ...before,
      ...sheets.map(({ name, label: appendix, table }) => [
        { ...textCell(name), ...LINK },
        textCell(`${appendix}: ${table.caption}${table.rows.length ? '' : `. ${table.empty}`}`),
        numberCell(table.rows.length),
        ...ragCounts(table),
      ]),
    ],
    columns: [
      { width: 34 },
      { width: 84 },
      { width: 9 },
      ...RAG_STATUSES.map(() => ({ width: 11 })),
    ],
    links: sheets.map(({ name }, index) => ({
      cell: `A${before.length + index + 1}`,
      sheet: name,
    })),
  };
}
