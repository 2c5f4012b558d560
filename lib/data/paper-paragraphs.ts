import { RuleError } from '@/lib/domain/errors';
import { addOwnParagraph, editParagraph, restoreWords, setLeftOut } from '@/lib/domain/paper-edit';
import {
  type DraftParagraph,
  draftParagraphs,
  type GeneratedParagraph,
  type MoveForm,
  movedOrder,
  type OwnParagraphForm,
  type PaperFrame,
  type ParagraphForm,
  type ParagraphStep,
  printedNumbers,
} from '@/lib/domain/paper-frame';
import type { Change } from './change';
import type { Context } from './context';
import { findMeeting } from './find-meeting';
import { demandDrafts } from './kept-from';
import { onDraft, onParagraph, refuse } from './paper-draft-change';
import { seenMark, writtenDraft } from './paper-frame';
import { restrictedWords } from './restricted-words';

/** @throws RuleError where words for the public version name what is restricted */
async function demandPublicWords(
  { tx }: Change,
  { heading, words, public: open }: Pick<ParagraphForm, 'heading' | 'words' | 'public'>,
): Promise<void> {
  const named = open ? await restrictedWords(tx, `${heading ?? ''}\n${words}`) : null;
  if (named) {
    throw new RuleError({
      public: `These words tell of ${named}, which is restricted: take it out, or leave this box unticked`,
    });
  }
}

/**
 * Saves other words for a paragraph, generated or somebody's own.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function saveParagraph(
  context: Context,
  slug: string,
  key: string,
  form: ParagraphForm,
): Promise<void> {
  return onParagraph(context, slug, key, form, 'edited', async ({ one, name, frame }, by) => {
    const seen = form.seen === seenMark(one.generated);
    const saved = one.edited && one.heading === (form.heading ?? null) && one.words === form.words;
    const asItIs = one.words === form.words && one.heading === (form.heading ?? null);
    const unchanged = one.edited ? saved && one.public === form.public && !one.moved : asItIs;
    if (unchanged) refuse('Nothing has changed yet');
    await demandPublicWords(by, form);
    const basis = seen ? one.generated : null;
    return { frame: editParagraph(frame, one, form, basis), what: `Edited ${name}` };
  });
}

/** The key of a paragraph that a form adds: the same one for a repeat. */
const ownKey = (submissionId: string) => `own:${submissionId}`;

/**
 * Adds a paragraph of somebody's own at the end of a section.
 * @returns its key
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function addParagraph(
  context: Context,
  slug: string,
  form: OwnParagraphForm,
): Promise<string> {
  await demandDrafts(context);
  const { paragraphs } = await writtenDraft(context, await findMeeting(context, slug));
  const added = await onDraft(context, slug, form, 'added', null, async ({ frame }, by) => {
    const key = ownKey(by.submissionId);
    await demandPublicWords(by, form);
    const next = addOwnParagraph(frame, key, form);
    const number = numbersIn(next, paragraphs).get(key);
    return { frame: next, what: `Added ${number}` };
  });
  return ownKey(added);
}

/** The numbers that a changed frame prints, over the same figures. */
function numbersIn(frame: PaperFrame, paragraphs: readonly DraftParagraph[]): Map<string, string> {
  const generated = paragraphs.flatMap(
    ({ key, section, heading, generated: words }): GeneratedParagraph[] =>
      words === null ? [] : [{ key, section, heading, words }],
  );
  return printedNumbers(draftParagraphs(frame, generated));
}

/**
 * Puts a generated paragraph back as the figures make it, or takes out one of somebody's own.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function restoreParagraph(
  context: Context,
  slug: string,
  key: string,
  form: ParagraphStep,
): Promise<void> {
  return onParagraph(context, slug, key, form, 'restored', ({ one, name, frame }) => {
    if (!one.edited) refuse('This paragraph stands as it is generated already');
    const what = one.generated === null ? `Removed ${name}` : `Put ${name} back as generated`;
    return { frame: restoreWords(frame, one), what };
  });
}

/**
 * Leaves a paragraph out of the paper; its words are kept.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function leaveOutParagraph(
  context: Context,
  slug: string,
  key: string,
  form: ParagraphStep,
): Promise<void> {
  return onParagraph(context, slug, key, form, 'left_out', ({ one, name, frame }) => {
    if (one.leftOut) refuse('This paragraph is left out already');
    return { frame: setLeftOut(frame, one, true), what: `Left out ${name}` };
  });
}

/**
 * Puts back a paragraph that was left out.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function putBackParagraph(
  context: Context,
  slug: string,
  key: string,
  form: ParagraphStep,
): Promise<void> {
  return onParagraph(context, slug, key, form, 'put_back', ({ one, frame, draft }) => {
    if (!one.leftOut) refuse('This paragraph is not left out');
    const next = setLeftOut(frame, one, false);
    return { frame: next, what: `Put back ${numbersIn(next, draft.paragraphs).get(key)}` };
  });
}

/**
 * Moves a paragraph one place up or down within its section.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function moveParagraph(
  context: Context,
  slug: string,
  key: string,
  form: MoveForm,
): Promise<void> {
  return onParagraph(context, slug, key, form, 'moved', ({ name, frame, draft }) => {
    const keys = draft.paragraphs.map((one) => one.key);
    const order = movedOrder(draft.paragraphs, key, form.by === 'up' ? -1 : 1);
    if (order.every((one, index) => one === keys[index])) {
      refuse(`It stands ${form.by === 'up' ? 'first' : 'last'} in its section already`);
    }
    const next = { ...frame, order };
    const now = numbersIn(next, draft.paragraphs).get(key);
    const to = now && now !== name ? `, to ${now}` : '';
    return { frame: next, what: `Moved ${name} ${form.by}${to}` };
  });
}
