import { type ItemKind, KIND_NAMES, OUR_ROLE_NAMES, OUTCOME_NAMES } from './item';
import { MOVEMENT_NAMES } from './movement';
import type { PaperFacts, PaperItem } from './paper-facts';
import type { PaperAppendix, PaperCell, PaperColumn, PaperRow, PaperTable } from './paper-model';
import { RAG_NAMES, RAG_STATUSES, type RagStatus } from './rag';
import { SCHEDULE_NAMES } from './schedule';

/** A column of a register on paper and in a spreadsheet, and what it says of an item. */
interface Column extends PaperColumn {
  of(item: PaperItem): PaperCell;
}

const rag = (status: RagStatus): PaperCell => ({ rag: status, text: RAG_NAMES[status] });

const at = (
  print: [heading: string, width: number],
  key: string,
  heading: string,
  kind: PaperColumn['kind'],
  of: Column['of'],
  label: string | null = null,
): Column => ({ key, heading, kind, print: print[0], width: print[1], label, of });
const strong = (column: Column): Column => ({ ...column, strong: true });

/** How an item stands, where it is not just open. */
function standing({ lifecycle, outcome, rated }: PaperItem): string | null {
  if (!rated) return 'Shown, not rated';
  return lifecycle === 'closed' && outcome ? OUTCOME_NAMES[outcome] : null;
}

type Print = [heading: string, width: number];
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
  at(RAG, 'rag', 'RAG status', 'rag', (item) => (item.rated && item.rag ? rag(item.rag) : null)),
  at(RAG, 'standing', 'Outcome', 'text', standing),
  at(RAG, 'movement', 'Movement', 'text', (item) =>
    item.movement ? MOVEMENT_NAMES[item.movement] : null,
  ),
];

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
  ],
};

/** Items of one kind as a table. */
export function registerTable(
  kind: ItemKind,
  items: readonly PaperItem[],
  more: Pick<PaperTable, 'key' | 'caption'>,
): PaperTable {
  const columns = COLUMNS[kind];
  return {
    ...more,
    columns: columns.map(({ of: _, ...column }) => column),
    rows: items.map(
      (item): PaperRow => ({
        reference: item.reference,
        kind,
        cells: columns.map((column) => column.of(item)),
      }),
    ),
    empty: `There are no ${KIND_NAMES[kind].many.toLowerCase()}.`,
  };
}

function ragKey(facts: PaperFacts): PaperTable {
  const kinds = ['recommendation', 'commitment', 'local_action'] as const;
  return {
    key: 'rag-key',
    caption: 'What each RAG status means, in the board’s words',
    columns: [
      { key: 'rag', heading: 'RAG status', kind: 'rag', print: 'RAG', width: 12, label: null },
      ...kinds.map((kind): PaperColumn => {
        const heading = KIND_NAMES[kind].one;
        return { key: kind, heading, kind: 'text', print: heading, width: 29, label: null };
      }),
    ],
    rows: RAG_STATUSES.map((status) => ({
      reference: null,
      kind: null,
      cells: [rag(status), ...kinds.map((kind) => facts.board.ragKey[kind][status])],
    })),
    empty: '',
  };
}

/** The three registers and the RAG key; the recommendations in a part for each source. */
export function paperAppendices(facts: PaperFacts): PaperAppendix[] {
  const of = (kind: ItemKind) => facts.items.filter((item) => item.kind === kind);
  const recommendations = of('recommendation');
  return [
    {
      label: 'Appendix 1',
      title: 'The recommendations',
      parts: facts.sources
        .filter(({ prefix }) => prefix !== 'C')
        .map(({ prefix, title, publisher }) =>
          registerTable(
            'recommendation',
            recommendations.filter(({ reference }) => reference.replace(/[\d.]+$/, '') === prefix),
            { key: `recommendations-${prefix.toLowerCase()}`, caption: `${title}, ${publisher}` },
          ),
        ),
    },
    {
      label: 'Appendix 2',
      title: 'What the government committed to',
      parts: [
        registerTable('commitment', of('commitment'), {
          key: 'commitments',
          caption: 'The government’s initial response, as the 2021 board paper summarised it',
        }),
      ],
    },
    {
      label: 'Appendix 3',
      title: 'The local actions',
      parts: [
        registerTable('local_action', of('local_action'), {
          key: 'local-actions',
          caption: 'Local actions',
        }),
      ],
    },
    { label: 'Appendix 4', title: 'The RAG key', parts: [ragKey(facts)] },
  ];
}
