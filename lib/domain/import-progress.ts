import { NOTE, ragSaid, type SaidRag } from './import-answers';
import type { Draft } from './import-draft';
import type { ImportField, RowWrite } from './import-model';
import type { Wish } from './import-proposals';
import { firstSentence } from './import-text';
import { checked } from './import-wording';
import { mendText } from './mend-text';
import { newRating } from './proposal';
import { needsRecovery, PICKABLE_RAG, type PickableRag, RAG_NAMES } from './rag';
import { HEADLINE_LIMIT, noChangeSchema, setRagSchema } from './status-update';

type Update = NonNullable<RowWrite['update']>;

const picked = (rag: string | null | undefined): PickableRag | null =>
  PICKABLE_RAG.find((one) => one === rag) ?? null;

/** Takes over what is reported: a status update, or the wish to close it. */
export function takeProgress(draft: Draft): Wish[] {
  const says = {
    headline: draft.says('headline') && !same(draft, 'headline'),
    words: draft.says('words') && !same(draft, 'words'),
    recovery: draft.says('recovery') && !same(draft, 'recovery'),
    nextStep: draft.says('nextStep') && !same(draft, 'nextStep'),
  };
  const status = statusSaid(draft);
  if (status === null) return [];
  const { rag, complete } = status;
  const wishes = complete ? [complete] : [];
  const newRag = rag !== null && rag.rag !== draft.item?.rag;
  const texts = (['headline', 'words', 'recovery', 'nextStep'] as const).filter(
    (field) => says[field],
  );
  if (!newRag && texts.length === 0) return wishes;
  const stands = rag?.rag ?? picked(draft.item?.rag);
  if (stands === null) {
    // Without a rating there is no status update to put them into.
    for (const field of texts) draft.keep(field, complete ? 'blue' : null);
    return wishes;
  }
  const update = updateOf(draft, stands, says);
  if (update === null) return wishes;
  if (update === NOTE) {
    if (newRag) draft.keep('rag', stands, draft.text('rag') || RAG_NAMES[stands]);
    for (const field of texts) draft.keep(field, stands);
    return wishes;
  }
  draft.write.update = update;
  if (newRag) draft.change('rag', RAG_NAMES[stands], rag?.understood ?? null);
  if (update.headline !== draft.item?.headline) {
    draft.change(
      'headline',
      update.headline,
      says.headline ? null : 'Made from the first sentence of the words',
    );
  }
  for (const field of ['words', 'recovery', 'nextStep'] as const) {
    const text = update[field];
    if (text !== null && text !== draft.present(field)) {
      draft.change(field, text, text === draft.text(field) ? null : 'As it was answered');
    }
  }
  return wishes;
}

/** Whether the register says the same now, whatever the file was compared with. */
function same(draft: Draft, field: ImportField): boolean {
  return draft.text(field) === draft.present(field);
}

interface Status {
  rag: Extract<SaidRag, { is: 'rag' }> | null;
  complete: Wish | null;
}

const NO_RAG: SaidRag = { is: 'none' };

/** What the file says of how it stands; null while a part of it waits, or is wrong. */
function statusSaid(draft: Draft): Status | null {
  const { item, base } = draft;
  const coloured = draft.text('rag') === '' && !!draft.cell('rag')?.fill;
  const rag = draft.says('rag') || coloured ? ragSaid(draft, 'rag') : NO_RAG;
  const standing = draft.says('standing') ? ragSaid(draft, 'standing') : NO_RAG;
  if (rag.is === 'waits' || standing.is === 'waits') return null;
  if (rag.is === 'note') draft.keep('rag');
  if (standing.is === 'note') draft.keep('standing');
  if (rag.is === 'not_rated' && picked(item?.rag) && base?.rag !== 'not_rated') {
    draft.problem('rag', 'Not rated is where it starts: it cannot be chosen again');
    return null;
  }
  if (standing.is === 'open' && item?.lifecycle === 'closed') {
    draft.problem('standing', `${item.reference} is closed. Propose to reopen it first.`);
    return null;
  }
  const both = { rag, standing } as const;
  const done = (['rag', 'standing'] as const).find((field) => both[field].is === 'complete');
  const said = done && both[done];
  if (done && said?.is === 'complete') {
    // What is complete already, or was when it was exported, asks for nothing.
    const already = item?.outcome === 'complete' || base?.outcome === 'complete';
    const { finishedOn, understood } = said;
    const complete: Wish = { field: done, understood, proposal: { kind: 'closure', finishedOn } };
    const other = done === 'standing' && rag.is === 'rag' ? rag : null;
    return { rag: other, complete: already ? null : complete };
  }
  if (standing.is === 'rag' && rag.is === 'none' && draft.text('rag') === '') {
    return { rag: fresh(draft, standing), complete: null };
  }
  if (standing.is === 'rag' && (rag.is !== 'rag' || rag.rag !== standing.rag))
    draft.keep('standing');
  return { rag: rag.is === 'rag' ? fresh(draft, rag) : null, complete: null };
}

/** A status that differs from what the file was exported with. */
function fresh(draft: Draft, rag: Extract<SaidRag, { is: 'rag' }>): Status['rag'] {
  return draft.ours && rag.rag === draft.base?.rag ? null : rag;
}

/** The words of the update, `NOTE` where the rating is left out, null while something waits. */
function updateOf(
  draft: Draft,
  rag: PickableRag,
  says: Record<'headline' | 'words' | 'recovery' | 'nextStep', boolean>,
): Update | typeof NOTE | null {
  const { item } = draft;
  const before = {
    words: mendText(item?.words),
    headline: mendText(item?.headline),
    recovery: mendText(item?.recovery),
  };
  const sameRag = rag === item?.rag;
  // What the person left as it was stays as it is now.
  const said = (field: keyof typeof says) =>
    draft.text(field) && (says[field] ? draft.text(field) : draft.present(field));
  let words = said('words') || said('headline') || (sameRag ? before.words : '');
  if (!words) {
    const answer = askWords(draft);
    if (answer === null || answer === NOTE) return answer;
    words = answer;
  }
  const headline =
    said('headline') ||
    (says.words || !before.headline ? firstSentence(words, HEADLINE_LIMIT) : before.headline);
  let recovery = needsRecovery(rag) ? said('recovery') || (sameRag ? before.recovery : '') : '';
  if (needsRecovery(rag) && !recovery) {
    const answer = askRecovery(draft);
    if (answer === null || answer === NOTE) return answer;
    recovery = answer;
  }
  const nextStep = said('nextStep');
  const shape = setRagSchema.shape;
  const form = {
    headline: checked(
      draft,
      draft.text('headline') ? 'headline' : 'words',
      newRating.headline,
      headline,
    ),
    words: checked(draft, 'words', shape.words, words),
    recovery: recovery && checked(draft, 'recovery', shape.words, recovery),
    nextStep: nextStep && checked(draft, 'nextStep', noChangeSchema.shape.nextStep, nextStep),
  };
  if (form.headline === undefined || form.words === undefined) return null;
  if (form.recovery === undefined || form.nextStep === undefined) return null;
  return {
    rag,
    headline: form.headline,
    words: form.words,
    recovery: form.recovery || null,
    nextStep: form.nextStep || null,
  };
}

function askWords(draft: Draft): string | null {
  return draft.ask('rag', 'rag words', () => ({
    about: 'rag',
    asks: 'What is to be said where the file gives a RAG status and no words?',
    said: '',
    options: [{ value: NOTE, label: 'Leave the rating out, and keep the colour as a note' }],
    open: true,
    otherwise: null,
  }));
}

function askRecovery(draft: Draft): string | null {
  return draft.ask('recovery', 'recovery', () => ({
    about: 'recovery',
    asks: 'What would bring back those that are Red or Amber, where the file does not say it?',
    said: '',
    options: [
      { value: NOTE, label: 'Leave the rating out, and keep the colour and the words as notes' },
    ],
    open: true,
    // To drop a rating is a person's choice, never ours.
    otherwise: null,
  }));
}
