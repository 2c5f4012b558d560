import type { Draft } from './import-draft';
import { IMPORT_FIELD_NAMES } from './import-fields';
import type { ImportField } from './import-model';
import { reasonColumn } from './import-proposals';
import { readFill, readRag } from './import-rag';
import { cutText } from './import-text';
import { ITEM_KINDS } from './item';
import { mendText } from './mend-text';
import { RAG_NAMES, type RagStatus } from './rag';
import { registerColumns } from './register-columns';

function headingAt(draft: Draft, column: number): string {
  return draft.reading.headings[column] || `Column ${column + 1}`;
}

/** What columns say that are no field: kept with the item, and what was reported then with its day. */
export function takeNotes(draft: Draft): void {
  const reason = draft.write.proposal ? reasonColumn(draft) : undefined;
  for (const column of draft.reading.notes) {
    if (column === reason) continue;
    const cell = draft.at(column);
    const words = mendText(cell?.text) || (cell?.date ?? '');
    const link = cell?.link && !words.includes(cell.link) ? ` (${cell.link})` : '';
    draft.note({
      heading: headingAt(draft, column),
      text: words && `${words}${link}`,
      on: null,
      rag: null,
    });
  }
  for (const { column, on } of draft.reading.history) {
    const cell = draft.at(column);
    const text = mendText(cell?.text);
    const rag = ragThen(text, cell?.fill);
    draft.note({
      heading: headingAt(draft, column),
      text: text || (rag ? RAG_NAMES[rag] : ''),
      on,
      rag,
    });
  }
}

function ragThen(text: string, fill: string | undefined): RagStatus | null {
  const read = text.length <= 40 ? readRag(text) : ({ is: 'asked' } as const);
  if (read.is === 'rag') return read.rag;
  if (read.is === 'complete') return 'blue';
  if (text !== '' || !fill) return null;
  const colour = readFill(fill);
  return colour === 'complete' ? 'blue' : colour;
}

/** Fields that an import of this kind leaves as they are: what differs is said, of a new item kept. */
export function remarkField(draft: Draft, field: ImportField): void {
  const said = draft.text(field);
  if (!said) return;
  if (!draft.item) {
    draft.keep(field);
    return;
  }
  if (draft.says(field) && said !== draft.present(field)) {
    remark(draft, IMPORT_FIELD_NAMES[field], said, draft.present(field));
  }
}

function remark(draft: Draft, name: string, said: string, present: string): void {
  const has = present
    ? `the register has “${cutText(present, 80)}”`
    : 'the register has nothing there';
  draft.remarks.push(
    `${name} says “${cutText(said, 80)}” and ${has}: this import does not change it.`,
  );
}

/** Columns of ours that other forms change, by their headings. */
const ELSEWHERE = new Map(
  ITEM_KINDS.flatMap((kind) => registerColumns(kind))
    .filter(({ key }) => ['response', 'role', 'position'].includes(key))
    .map(({ key, heading }) => [heading, key]),
);

/** Says where a column of ours that no import changes was changed nevertheless. */
export function remarkElsewhere(draft: Draft): void {
  if (!draft.item) return;
  for (const column of draft.reading.ignored) {
    const heading = draft.reading.headings[column] ?? '';
    const key = ELSEWHERE.get(heading);
    if (!key) continue;
    const said = mendText(draft.at(column)?.text);
    const [was, present] = [draft.baseTexts.get(key) ?? '', draft.presentTexts.get(key) ?? ''];
    if (said && said !== was && said !== present) remark(draft, heading, said, present);
  }
}
