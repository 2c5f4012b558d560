import { cache } from 'react';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { NotAllowedError } from '@/lib/domain/errors';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import type { DraftParagraphView, PaperDraftView } from '@/lib/domain/paper-draft-view';
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
}

/** The draft of a meeting's paper, for those who may see it. Once a request. */
export const draftAt = cache(async (slug: string): Promise<DraftPage> => {
  const context = await signedIn();
  const meeting = await meetingAt(slug);
  try {
    return { meeting, draft: await getPaperDraft(context, meeting.slug), keptFrom: null };
  } catch (error) {
    if (!(error instanceof NotAllowedError)) throw error;
    const keptFrom = can(context.actor, 'managePapers') ? error.message : null;
    return { meeting, draft: null, keptFrom };
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
