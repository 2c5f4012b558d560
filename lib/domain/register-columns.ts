import { type ItemKind, KIND_NAMES, OUR_ROLE_NAMES, OUTCOME_NAMES } from './item';
import { MOVEMENT_NAMES } from './movement';
import type { PaperItem } from './paper-facts';
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from './paper-model';
import { RAG_NAMES, type RagStatus } from './rag';
import { SCHEDULE_NAMES } from './schedule';

type Print = [heading: string, width: number];

/** A column of a register on paper and in a spreadsheet, and what it says of an item. */
interface Column extends PaperColumn {
  /** @param cutOff when it stood so: an instant, ISO */
  of(item: PaperItem, cutOff: string): PaperCell;
}

export const ragCell = (status: RagStatus): PaperCell => ({ rag: status, text: RAG_NAMES[status] });

const at = (
  print: Print | null,
  key: string,
  heading: string,
  kind: PaperColumn['kind'],
  of: Column['of'],
  label: string | null = null,
): Column => ({ key, heading, kind, print: print?.[0] ?? null, width: print?.[1] ?? 0, label, of });
const strong = (column: Column): Column => ({ ...column, strong: true });

/** How an item stands, where it is not just open. */
function standing({ lifecycle, outcome, rated }: PaperItem): string | null {
  if (!rated) return 'Shown, not rated';
  if (lifecycle === 'withdrawn') return 'Withdrawn';
  return lifecycle === 'closed' && outcome ? OUTCOME_NAMES[outcome] : null;
}

const REFERENCE: Print = ['Ref', 6];
const OWNER: Print = ['Owner and lead', 16];
const RAG: Print = ['RAG', 11];

function progress(width: number): Column[] {
  const print: Print = ['Progress', width];
  return [
    strong(at(print, 'headline', 'Headline', 'text', (item) => item.headline)),
    at(print, 'words', 'Latest update', 'text', (item) => item.words),
    at(
      print,
      'recovery',
      'What brings it back',
      'text',
      (item) => item.recovery,
      'What brings it back',
    ),
    at(print, 'next_step', 'Next step', 'text', (item) => item.nextStep, 'Next step'),
  ];
}

const owned: Column[] = [
  at(OWNER, 'owner', 'Owner', 'text', (item) => item.owner),
  at(OWNER, 'lead', 'Lead organisation', 'text', (item) => item.lead),
];

const rated: Column[] = [
  at(RAG, 'rag', 'RAG status', 'rag', (item) =>
    item.rated && item.rag ? ragCell(item.rag) : null,
  ),
  at(RAG, 'standing', 'Outcome', 'text', standing),
  at(RAG, 'movement', 'Movement', 'text', (item) =>
    item.movement ? MOVEMENT_NAMES[item.movement] : null,
  ),
];

/** In spreadsheets alone: an import tells by it what the register has recorded since. */
const asAt = at(null, 'as_at', 'As at', 'text', (_, cutOff) => cutOff);

/**
 * The columns of each register, on paper and in spreadsheets: one table, in the order of printing.
 */
const COLUMNS: Record<ItemKind, readonly Column[]> = {
  recommendation: [
    at(REFERENCE, 'reference', 'Reference', 'reference', (item) => item.reference),
    strong(at(['Recommendation', 42], 'title', 'Short title', 'text', (item) => item.shortTitle)),
    at(['Recommendation', 42], 'text', 'Recommendation', 'text', (item) => item.text),
    at(
      ['Recommendation', 42],
      'response',
      'Our response',
      'text',
      (item) => item.response,
      'Our response',
    ),
    ...owned,
    at(
      OWNER,
      'role',
      'Our role',
      'text',
      (item) => (item.ourRole ? OUR_ROLE_NAMES[item.ourRole] : null),
      'Our role',
    ),
    ...rated,
    ...progress(30),
    asAt,
  ],
  commitment: [
    at(REFERENCE, 'reference', 'Reference', 'reference', (item) => item.reference),
    strong(at(['Commitment', 40], 'title', 'Short title', 'text', (item) => item.shortTitle)),
    at(['Commitment', 40], 'text', 'Commitment', 'text', (item) => item.text),
    at(
      ['Commitment', 40],
      'position',
      'National position',
      'text',
      (item) => item.position,
      'National position',
    ),
    ...owned,
    ...rated,
    ...progress(30),
    asAt,
  ],
  local_action: [
    at(REFERENCE, 'reference', 'Reference', 'reference', (item) => item.reference),
    strong(at(['Local action', 27], 'title', 'Local action', 'text', (item) => item.shortTitle)),
    at(['Local action', 27], 'text', 'What will be done', 'text', (item) => item.text),
    at(
      ['Local action', 27],
      'answers',
      'Answers',
      'text',
      (item) => (item.answers.length ? item.answers.join(', ') : null),
      'Answers',
    ),
    ...owned,
    at(['Due', 16], 'due', 'Due date', 'date', (item) => item.dueDate),
    at(
      ['Due', 16],
      'review',
      'Review date',
      'date',
      (item) => item.reviewDate,
      'Ongoing, review on',
    ),
    at(
      ['Due', 16],
      'first_due',
      'First due date',
      'date',
      (item) => item.firstDueDate,
      'First due',
    ),
    at(['Due', 16], 'moves', 'Times moved', 'number', (item) => item.moves || null, 'Times moved'),
    at(['Due', 16], 'schedule', 'Schedule', 'text', (item) =>
      item.schedule ? SCHEDULE_NAMES[item.schedule] : null,
    ),
    ...rated,
    ...progress(32),
    at(null, 'your_reference', 'Your reference', 'text', (item) => item.yourReference),
    asAt,
  ],
};

/** The columns of a register, in their order. */
export function registerColumns(kind: ItemKind): PaperColumn[] {
  return COLUMNS[kind].map(({ of: _, ...column }) => column);
}

/**
 * Items of one kind as a table.
 * @param cutOff when they stood so: an instant, ISO
 */
export function registerTable(
  kind: ItemKind,
  items: readonly PaperItem[],
  cutOff: string,
  more: Pick<PaperTable, 'key' | 'caption'>,
): PaperTable {
  const columns = COLUMNS[kind];
  return {
    ...more,
    columns: registerColumns(kind),
    rows: items.map(
      (item): PaperRow => ({
        reference: item.reference,
        kind,
        cells: columns.map((column) => column.of(item, cutOff)),
      }),
    ),
    empty: `There are no ${KIND_NAMES[kind].many.toLowerCase()}.`,
  };
}
