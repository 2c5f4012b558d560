import { cache } from 'react';
import { getIssuedPaper } from '@/lib/data/papers-view';
import type { IssuedPaperView } from '@/lib/domain/paper-issue-view';
import { found } from './item-page';
import { signedIn } from './session';

export interface IssuedPageProps {
  params: Promise<{ meeting: string; version: string }>;
}

/** The issued paper at an address, as its reader gets it. Once a request. */
export const issuedPaperAt = cache(
  async (meeting: string, version: string): Promise<IssuedPaperView> =>
    found(getIssuedPaper(await signedIn(), meeting, version)),
);
