import { endOfDay } from './as-at';
import { formatDate, formatInstant, type PlainDate } from './dates';
import { type ItemKind, KIND_NAMES } from './item';
import type { PaperTable } from './paper-model';
import type { Sort } from './register';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A register as it was on the screen, every row of it, to be written as a file. */
export interface RegisterExport {
  kind: ItemKind;
  board: { name: string; illustrative: boolean };
  /** 'Local actions, 12 of 25 match' */
  title: string;
  /** When it stood so: an instant, ISO. */
  cutOff: string;
  /** The day it shows, where that is an earlier one. */
  asAt: PlainDate | null;
  /** What it was narrowed by: 'RAG status: Red'. */
  filters: readonly string[];
  /** 'Due date or review, latest first'; null for the order of the references. */
  order: string | null;
  /** How many of its rows are restricted. */
  restricted: number;
  table: PaperTable;
  ragKey: PaperTable;
}

/** What a register can be ordered by, in words. */
const SORT_NAMES: Record<Sort, string> = {
  reference: 'Reference',
  title: 'Short title',
  owner: 'Owner',
  lead: 'Lead organisation',
  rag: 'Reported status',
  evidence: 'Evidence',
  schedule: 'Schedule',
  headline: 'Headline',
  updated: 'Last update',
};

/** 'Owner, downwards'; null for the order a register has by itself. */
export function orderInWords({ sort, order }: { sort: Sort; order: 'up' | 'down' }): string | null {
  if (sort === 'reference' && order === 'up') return null;
  return `${SORT_NAMES[sort]}${order === 'down' ? ', downwards' : ''}`;
}

/** Where the file of a register stands: '/local-actions.xlsx?rag=red'. @param address of its page */
export function exportAddress(address: string, kind: ItemKind, format: ExportFormat): string {
  const { path } = KIND_NAMES[kind];
  return `${path}.${format}${address.slice(path.length)}`;
}

/** 'local-actions 2026-11-23.xlsx', 'local-actions as at 2026-06-25.xlsx' */
export function exportFileName(
  { kind, asAt }: Pick<RegisterExport, 'kind' | 'asAt'>,
  today: PlainDate,
  format: ExportFormat,
): string {
  return `${KIND_NAMES[kind].path.slice(1)} ${asAt ? `as at ${asAt}` : today}.${format}`;
}

/** What the file is, a label and its words a line. */
export function exportFacts(file: RegisterExport): Array<[label: string, text: string]> {
  const ended = file.asAt && endOfDay(file.asAt).toISOString() === file.cutOff && file.asAt;
  return [
    ['Register', KIND_NAMES[file.kind].many],
    ['Rows', file.title],
    ['As at', ended ? `The end of ${formatDate(ended)}` : formatInstant(file.cutOff)],
    ['Narrowed by', file.filters.length ? file.filters.join('; ') : 'Nothing: every row'],
    ['Order', file.order ?? 'Reference'],
    ['Movement', 'Since the last meeting held by then'],
    ...(file.restricted
      ? ([
          [
            'Restricted',
            `${file.restricted} of the rows: pass this file on only to those who may see them`,
          ],
        ] as Array<[string, string]>)
      : []),
    [
      'To import it again',
      'Change cells, keep the headings and the columns “Reference” and “As at”, and upload the file in the tracker.',
    ],
  ];
}
