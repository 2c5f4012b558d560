import type { Reading } from './import-context';
import { takeDates } from './import-dates';
import { Draft } from './import-draft';
import { takeEvidence } from './import-evidence';
import type { Identity } from './import-identity';
import type { ImportField, ImportItem, ImportKind, PreviewRow, RowState } from './import-model';
import { remarkElsewhere, remarkField, takeNotes } from './import-notes';
import { takeOwner } from './import-owners';
import { askPermission } from './import-permissions';
import { takeProgress } from './import-progress';
import { takeProposal } from './import-proposals';
import { cellName, cutText } from './import-text';
import { takeAnswers, takeWording } from './import-wording';
import type { ItemKind } from './item';
import { refuseStep } from './lifecycle';
import { mendText } from './mend-text';

const DATES: readonly ImportField[] = ['due', 'review', 'firstDue'];
const PROGRESS: readonly ImportField[] = [
  'rag',
  'standing',
  'headline',
  'words',
  'recovery',
  'nextStep',
];

/** What an import of a kind leaves as it is, of an item of a kind. */
function untouched(kind: ImportKind, of: ItemKind): readonly ImportField[] {
  if (kind === 'recommendations')
    return ['answers', 'owner', 'lead', ...DATES, ...PROGRESS, 'evidence'];
  if (kind === 'local_actions') return [];
  return [
    'shortTitle',
    'text',
    'answers',
    'firstDue',
    ...(of === 'local_action' ? [] : (['due', 'review'] as const)),
  ];
}

const EMPTY: Omit<PreviewRow, 'row' | 'state'> = {
  reference: null,
  title: '',
  changes: [],
  problems: [],
  remarks: [],
  write: null,
};

/** What a row is called where it is not known: what its first words are. */
function titleOf(reading: Reading, row: number): string {
  const cells = reading.sheet.rows[row] ?? [];
  const at = (field: ImportField) => mendText(cells[reading.fields.get(field) ?? -1]?.text);
  const words =
    at('shortTitle') || at('text') || cells.map((cell) => mendText(cell?.text)).find(Boolean) || '';
  return cutText(words.replace(/\s+/g, ' '), 120);
}

/** A row that is wrong before it is compared with anything. */
export function wrongRow(
  reading: Reading,
  row: number,
  field: ImportField | null,
  message: string,
): PreviewRow {
  const column = field === null ? undefined : reading.fields.get(field);
  const cell = column === undefined ? null : cellName(column, row);
  return {
    ...EMPTY,
    row,
    state: 'wrong',
    title: titleOf(reading, row),
    problems: [{ cell, message }],
  };
}

export function leftRow(reading: Reading, row: number, remark: string): PreviewRow {
  return { ...EMPTY, row, state: 'unchanged', title: titleOf(reading, row), remarks: [remark] };
}

/** A row of the file as the preview shows it, and what it asks of the register. */
export function readRow(
  reading: Reading,
  row: number,
  identity: Extract<Identity, { is: 'known' | 'new' }>,
): PreviewRow {
  const item = identity.is === 'known' ? identity.item : null;
  const draft = new Draft(reading, row, item);
  const kind: ItemKind =
    item?.kind ?? (reading.kind === 'recommendations' ? 'recommendation' : 'local_action');
  const left = untouched(reading.kind, kind);
  const takes = (field: ImportField) => !left.includes(field);
  if (takes('text')) takeWording(draft);
  if (identity.is === 'new') begin(draft, identity);
  if (takes('answers')) takeAnswers(draft);
  if (takes('owner')) takeOwner(draft);
  const later = takes('due') ? takeDates(draft) : [];
  const ends = takes('rag') ? takeProgress(draft) : [];
  takeProposal(draft, [...later, ...ends]);
  if (takes('evidence')) takeEvidence(draft);
  for (const field of left) remarkField(draft, field);
  remarkElsewhere(draft);
  takeNotes(draft);
  return finish(draft, titleOf(reading, row));
}

function begin(
  { write, changes }: Draft,
  { number, yours }: Extract<Identity, { is: 'new' }>,
): void {
  if (number !== undefined) write.number = number;
  if (yours === undefined) return;
  write.wording.yourReference = yours;
  changes.push({
    field: 'yourReference',
    label: 'Your reference',
    from: null,
    to: yours,
    understood: null,
  });
}

function finish(draft: Draft, title: string): PreviewRow {
  const { item, changes, problems, remarks, write } = draft;
  const moved = item !== null && hasMoved(draft, item);
  if (changes.length > 0 || !item) {
    const refused = item && refuseStep({ ...item, hasDueDate: item.dueDate !== null }, 'update');
    if (refused) draft.problem(null, refused);
    else askPermission(draft);
    if (item?.pending && !write.proposal && !refused) {
      remarks.push(
        `What is proposed about ${item.reference} awaits a decision: it stays proposed.`,
      );
    }
  } else if (moved) {
    remarks.push('The register has moved on since the file was exported.');
  }
  const state = stateOf(draft, moved);
  return {
    row: draft.row,
    state,
    reference: item?.reference ?? null,
    title: item?.shortTitle ?? write.wording.shortTitle ?? title,
    changes,
    problems,
    remarks,
    write: state === 'wrong' || state === 'unchanged' ? null : write,
  };
}

function stateOf({ item, changes, problems }: Draft, moved: boolean): RowState {
  if (problems.length > 0) return 'wrong';
  if (!item) return 'new';
  if (changes.length === 0) return 'unchanged';
  return moved ? 'stale' : 'changed';
}

/** Whether something was recorded of it after the file was exported. */
function hasMoved(draft: Draft, item: ImportItem): boolean {
  const exported = Date.parse(draft.text('asAt'));
  return Date.parse(item.lastRecordedAt) > exported;
}
