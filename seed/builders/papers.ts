import type { Context } from '@/lib/data/context';
import { issueParts } from '@/lib/data/issue-parts';
import { clearPaper, savePaperFront, savePrintedHeadline } from '@/lib/data/paper-drafts';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { leaveOutParagraph, saveParagraph } from '@/lib/data/paper-paragraphs';
import { issuePaper } from '@/lib/data/papers';
import type { FrontForm } from '@/lib/domain/paper-frame';
import type { IssuePaper } from '@/lib/domain/paper-issue';
import { paperFiles } from '@/lib/papers/files';
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

/** A paper as it stands, cleared by somebody and issued with its files. */
export async function issueAsItStands(
  context: Context,
  slug: string,
  cleared: { clearedBy: string; clearedRole: string },
  form: Partial<IssuePaper> = {},
): Promise<void> {
  await clearPaper(context, slug, { ...(await openedDraft(context, slug)), ...cleared });
  // Links in its Excel file lead to where `npm start` brings the demo up.
  const parts = issueParts((model) => paperFiles(model, 'http://localhost:3000'));
  await issuePaper(
    context,
    slug,
    {
      ...(await openedDraft(context, slug)),
      kind: 'paper',
      reason: undefined,
      figures: 'refreshed',
      openChallengesAccepted: Number.MAX_SAFE_INTEGER,
      ...form,
    },
    parts,
  );
}
