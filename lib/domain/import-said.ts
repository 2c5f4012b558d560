import type { ImportField } from './import-model';
import { ITEM_KINDS } from './item';
import { mendText } from './mend-text';
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

/** What our own files say of items, by their references and the keys of the columns, as text. */
export function exportedTexts(
  items: readonly PaperItem[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const kind of ITEM_KINDS) {
    const of = items.filter((item) => item.kind === kind);
    const { columns, rows } = registerTable(kind, of, '', { key: '', caption: '' });
    for (const { reference, cells } of rows) {
      const texts = cells.map((cell, index): [string, string] => {
        const text = typeof cell === 'object' ? (cell?.text ?? '') : String(cell);
        return [columns[index]?.key ?? '', mendText(text)];
      });
      found.set(reference ?? '', new Map(texts));
    }
  }
  return found;
}

/** What our own files say of a field of an item; '' for nothing. */
export function exportedText(texts: ReadonlyMap<string, string>, field: ImportField): string {
  return texts.get(KEYS[field] ?? '') ?? '';
}
