import type { z } from 'zod';
import { requiredLine } from './fields';
import { NOTE } from './import-answers';
import { type Draft, questionKey, quoted } from './import-draft';
import type { ImportField, ImportItem } from './import-model';
import { readReferences } from './import-references';
import { firstSentence } from './import-text';
import { prefixOf } from './item';
import { editLocalActionSchema } from './local-action';
import { MAY_LINK_TO } from './mapping';
import { mendLine, mendText } from './mend-text';
import { isNational } from './source';
import { editRecommendationSchema } from './wording';

const TITLE_LIMIT = 120;
const NUMBERED = requiredLine('Enter your reference', 60);

/** What a text becomes by the rules of its form; undefined, and said in its cell, where it breaks them. */
export function checked(
  draft: Draft,
  field: ImportField,
  schema: z.ZodType<string>,
  text: string,
): string | undefined {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  draft.problem(field, parsed.error.issues[0]?.message ?? 'It cannot be read');
  return undefined;
}

function schemas(draft: Draft) {
  return draft.reading.kind === 'recommendations'
    ? editRecommendationSchema.shape
    : editLocalActionSchema.shape;
}

/** Takes over what it is called and what it says, of a new item in full, of a known one what changed. */
export function takeWording(draft: Draft): void {
  const { item, write, reading } = draft;
  takeYours(draft);
  // One long column is the text, whatever it is called.
  const long = !draft.has('text') && draft.text('shortTitle').length > TITLE_LIMIT;
  if (!item) {
    takeNewWording(draft, long ? 'shortTitle' : 'text');
    return;
  }
  const { shortTitle, text } = schemas(draft);
  if (
    !long &&
    draft.says('shortTitle') &&
    mendLine(draft.text('shortTitle')) !== mendLine(item.shortTitle)
  ) {
    const said = checked(draft, 'shortTitle', shortTitle, draft.text('shortTitle'));
    if (said !== undefined) {
      write.wording.shortTitle = said;
      draft.change('shortTitle', said);
    }
  }
  const column = long ? 'shortTitle' : 'text';
  const words = draft.text(column);
  if (!long && !draft.says('text')) return;
  if (words === mendText(item.text) || words === mendText(draft.base?.text)) return;
  if (item.kind === 'recommendation' && isNational(prefixOf(item.reference))) {
    draft.problem(
      column,
      `The text of ${item.reference} stays word for word: only its short title can change`,
    );
    return;
  }
  const said = checked(draft, column, text, words);
  if (said === undefined) return;
  write.wording.text = said;
  draft.changes.push({
    field: 'text',
    label: 'Text',
    from: item.text,
    to: said,
    understood: reading.fields.has('text') ? null : 'From one long text',
  });
}

/** The file's own numbering, where the register has none of it, or another. */
function takeYours(draft: Draft): void {
  const { item, write } = draft;
  const yours = draft.text('yourReference');
  if (!draft.says('yourReference') || mendLine(yours) === mendLine(item?.yourReference)) return;
  const said = checked(draft, 'yourReference', NUMBERED, yours);
  if (said === undefined) return;
  write.wording.yourReference = said;
  draft.changes.push({
    field: 'yourReference',
    label: 'Your reference',
    from: item?.yourReference ?? null,
    to: said,
    understood: null,
  });
}

function takeNewWording(draft: Draft, textColumn: 'shortTitle' | 'text'): void {
  const { write } = draft;
  const { shortTitle, text } = schemas(draft);
  const long = draft.text(textColumn);
  const title = textColumn === 'text' ? draft.text('shortTitle') : '';
  const words = long || title;
  const said = checked(draft, long || !title ? textColumn : 'shortTitle', text, words);
  const short = title || firstSentence(words, TITLE_LIMIT);
  // What is missing is said once.
  const named = words
    ? checked(draft, title ? 'shortTitle' : textColumn, shortTitle, short)
    : undefined;
  if (said === undefined || named === undefined) return;
  write.wording.shortTitle = named;
  write.wording.text = said;
  draft.change('shortTitle', named, title ? null : 'Made from the first sentence of the text');
  draft.change('text', said, long ? null : 'There is no more than the short title');
}

/** Takes over what a local action answers. */
export function takeAnswers(draft: Draft): void {
  const { item, base } = draft;
  if (!draft.says('answers')) return;
  const text = draft.text('answers');
  const { references, unknown } = readReferences(text, 'R');
  const found: ImportItem[] = [];
  for (const reference of references) {
    const known = linkable(draft, reference);
    if (known) found.push(known);
    else unknown.push(reference);
  }
  for (const said of unknown) {
    const more = asked(draft, said);
    if (more === null) return;
    found.push(...more);
  }
  const linked = [...new Set(found)];
  const said = linked.map(({ reference }) => reference);
  const same = (others: readonly string[]) =>
    others.length === said.length && others.every((one) => said.includes(one));
  if (linked.length === 0 || same(base?.answers ?? []) || same(item?.answers ?? [])) return;
  draft.write.linkIds = linked.map(({ id }) => id);
  const plain = said.join(', ');
  draft.change('answers', plain, plain === text ? null : `${quoted(text)} is read as ${plain}`);
  const lost = (item?.answers ?? []).filter((one) => !said.includes(one));
  if (lost.length > 0) draft.remarks.push(`It no longer answers ${lost.join(', ')}.`);
}

function linkable(draft: Draft, reference: string): ImportItem | undefined {
  const known = draft.reading.items.get(reference);
  return known && MAY_LINK_TO.local_action.items.includes(known.kind) ? known : undefined;
}

/** What a person says that words are; none where they are kept as a note, null while it waits. */
function asked(draft: Draft, said: string): ImportItem[] | null {
  const answer = draft.ask('answers', questionKey('reference', said), () => ({
    about: 'reference',
    asks: `Which recommendation is ${quoted(said)}?`,
    said,
    options: [{ value: NOTE, label: 'None: keep the words as a note' }],
    open: true,
    otherwise: null,
  }));
  if (answer === null) return null;
  if (answer === NOTE) {
    draft.keep('answers');
    return [];
  }
  const { references, unknown } = readReferences(answer, 'R');
  const known = references.map((reference) => linkable(draft, reference));
  if (unknown.length > 0 || known.includes(undefined)) {
    draft.problem('answers', `There is no ${quoted(answer)} in the register`);
    return null;
  }
  return known.flatMap((one) => one ?? []);
}
