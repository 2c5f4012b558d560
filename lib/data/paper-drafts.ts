import { NotFoundError } from '@/lib/domain/errors';
import { printHeadline } from '@/lib/domain/paper-edit';
import type { ClearForm, FrontForm, HeadlineForm, ParagraphStep } from '@/lib/domain/paper-frame';
import type { Change } from './change';
import type { Context } from './context';
import { onDraft, refuse } from './paper-draft-change';

/** jsonb hands keys back in an order of its own. */
function same(a: object, b: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return sorted(a) === sorted(b);
}

/**
 * Saves the block at the head of a paper.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function savePaperFront(
  context: Context,
  slug: string,
  form: FrontForm,
): Promise<void> {
  await onDraft(context, slug, form, 'front', null, ({ frame }) => {
    const front = {
      title: form.title,
      itemNumber: form.itemNumber ?? null,
      author: form.author ?? null,
      sponsor: form.sponsor ?? null,
      purpose: form.purpose,
    };
    if (same(front, frame.front)) refuse('Nothing has changed yet');
    return { frame: { ...frame, front }, what: 'Edited the front block' };
  });
}

async function headlineOf({ tx }: Change, reference: string): Promise<string> {
  const item = await tx.item.findFirst({
    where: { reference, lifecycle: { not: 'withdrawn' } },
    select: { headline: true },
  });
  if (!item?.headline) throw new NotFoundError('That headline');
  return item.headline;
}

/**
 * Prints the headline of an item otherwise; the register keeps its own.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function savePrintedHeadline(
  context: Context,
  slug: string,
  reference: string,
  form: HeadlineForm,
): Promise<void> {
  await onDraft(context, slug, form, 'headline', reference, async ({ frame }, by) => {
    const original = await headlineOf(by, reference);
    const now = frame.headlines.find((one) => one.reference === reference);
    if (form.words === original && !now) refuse('Nothing has changed yet');
    if (now?.words === form.words && now.original === original) refuse('Nothing has changed yet');
    const printed = form.words === original ? null : { words: form.words, original };
    return {
      frame: printHeadline(frame, reference, printed),
      what: `Edited the printed headline of ${reference}`,
    };
  });
}

/**
 * Prints the register's own headline of an item again.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function restoreHeadline(
  context: Context,
  slug: string,
  reference: string,
  form: ParagraphStep,
): Promise<void> {
  await onDraft(context, slug, form, 'headline_restored', reference, ({ frame }) => {
    if (!frame.headlines.some((one) => one.reference === reference)) {
      refuse('This headline prints as the register has it already');
    }
    return {
      frame: printHeadline(frame, reference, null),
      what: `Put the printed headline of ${reference} back`,
    };
  });
}

/**
 * Says who cleared the draft. Any later change makes it a draft again.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function clearPaper(context: Context, slug: string, form: ClearForm): Promise<void> {
  await onDraft(context, slug, form, 'cleared', null, ({ frame, latest }) => {
    if (latest?.clearedBy) refuse('This draft is cleared already');
    const { clearedBy, clearedRole } = form;
    return { frame, what: 'Cleared', cleared: { clearedBy, clearedRole } };
  });
}
