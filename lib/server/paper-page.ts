import { cache } from 'react';
import type { Context } from '@/lib/data/context';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { listPapers } from '@/lib/data/papers-view';
import { NotAllowedError } from '@/lib/domain/errors';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import type { DraftParagraphView, PaperDraftView } from '@/lib/domain/paper-draft-view';
import type { IssueKey } from '@/lib/domain/paper-issue';
import { can } from '@/lib/domain/permissions';
import { nothingAt } from './item-page';
import { meetingAt } from './meeting-page';
import { signedIn } from './session';

export interface DraftPage {
  meeting: MeetingPageView;
  /** Null for whom it is not. */
  draft: PaperDraftView | null;
  /** Why an officer may not see it, in words; null for all others. */
  keptFrom: string | null;
  /** The latest version that stands. */
  issued: IssueKey | null;
}

/** The paper that was issued for a meeting, the latest version that stands. */
async function latestIssue(context: Context, slug: string): Promise<IssueKey | null> {
  const issues = await listPapers(context);
  return (
    issues.find(
      ({ meeting, kind, withdrawn, replacedBy }) =>
        meeting.slug === slug && kind === 'paper' && !withdrawn && replacedBy === null,
    ) ?? null
  );
}

/** The draft of a meeting's paper, for those who may see it. Once a request. */
export const draftAt = cache(async (slug: string): Promise<DraftPage> => {
  const context = await signedIn();
  const meeting = await meetingAt(slug);
  const issued = await latestIssue(context, meeting.slug);
  try {
    return { meeting, draft: await getPaperDraft(context, meeting.slug), keptFrom: null, issued };
  } catch (error) {
    if (!(error instanceof NotAllowedError)) throw error;
    const keptFrom = can(context.actor, 'managePapers') ? error.message : null;
    return { meeting, draft: null, keptFrom, issued };
  }
});

/** A paragraph of a draft, by the key in an address. */
export function paragraphAt(draft: PaperDraftView, key: string): DraftParagraphView {
  const found = draft.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.key === decoded(key));
  return found ?? nothingAt();
}

/** Next hands parts of an address over as they were sent. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
