import type { ImportField } from './import-model';
import { plainText } from './import-text';
import type { PaperItem } from './paper-facts';
import { registerTable } from './register-columns';

/** What files of ours call a field: the key of its column. */
const KEYS: Readonly<Partial<Record<ImportField, string>>> = {
  reference: 'reference',
  yourReference: 'your_reference',
  shortTitle: 'title',
  text: 'text',
  answers: 'answers',
  owner: 'owner',
  lead: 'lead',
  due: 'due',
  review: 'review',
  firstDue: 'first_due',
  rag: 'rag',
  standing: 'standing',
  headline: 'headline',
  words: 'words',
  recovery: 'recovery',
  nextStep: 'next_step',
};

/** What our own files say of an item, by the key of the column, as text. */
export function exportedTexts(item: PaperItem): ReadonlyMap<string, string> {
  const { columns, rows } = registerTable(item.kind, [item], '', { key: '', caption: '' });
  const cells = rows[0]?.cells ?? [];
  return new Map(
    columns.map(({ key }, index) => {
      const cell = cells[index] ?? null;
      const text = typeof cell === 'object' ? (cell?.text ?? '') : String(cell);
      return [key, plainText(text)];
    }),
  );
}

/** What our own files say of a field of an item; '' for nothing. */
export function exportedText(texts: ReadonlyMap<string, string>, field: ImportField): string {
  return texts.get(KEYS[field] ?? '') ?? '';
}
