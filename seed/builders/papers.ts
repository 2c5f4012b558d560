import type { Context } from '@/lib/data/context';
import { savePaperFront, savePrintedHeadline } from '@/lib/data/paper-drafts';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { leaveOutParagraph, saveParagraph } from '@/lib/data/paper-paragraphs';
import type { FrontForm } from '@/lib/domain/paper-frame';
import { opened } from './register';

/** A freshly opened form of a paper's draft. */
export async function openedDraft(context: Context, slug: string) {
  const meeting = { slug };
  return { ...opened(), basedOn: await context.db.paperVersion.count({ where: { meeting } }) };
}

/** The front block of a paper. */
export async function buildFront(
  context: Context,
  slug: string,
  front: Partial<FrontForm> = {},
): Promise<void> {
  await savePaperFront(context, slug, {
    ...(await openedDraft(context, slug)),
    title: 'Progress on drugs and alcohol',
    itemNumber: undefined,
    author: undefined,
    sponsor: undefined,
    purpose: 'decision',
    ...front,
  });
}

/** Other words for a paragraph of a paper, by somebody who has seen what is generated. */
export async function editDraft(
  context: Context,
  slug: string,
  key: string,
  words: string,
): Promise<void> {
  const { sections, number: basedOn } = await getPaperDraft(context, slug);
  const one = sections.flatMap(({ paragraphs }) => paragraphs).find((each) => each.key === key);
  await saveParagraph(context, slug, key, {
    ...opened(),
    basedOn,
    heading: one?.heading ?? undefined,
    words,
    public: false,
    seen: one?.seen ?? undefined,
  });
}

/** A paragraph that does not print. */
export async function leaveOut(context: Context, slug: string, key: string): Promise<void> {
  await leaveOutParagraph(context, slug, key, await openedDraft(context, slug));
}

/** Another headline of an item, on paper. */
export async function printOtherwise(
  context: Context,
  slug: string,
  reference: string,
  words: string,
): Promise<void> {
  const form = { ...(await openedDraft(context, slug)), words };
  await savePrintedHeadline(context, slug, reference, form);
}
