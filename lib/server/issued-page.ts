import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getIssuedPaper } from '@/lib/data/papers-view';
import { NotFoundError } from '@/lib/domain/errors';
import type { IssuedPaperView } from '@/lib/domain/paper-issue-view';
import { signedIn } from './session';

export interface IssuedPageProps {
  params: Promise<{ meeting: string; version: string }>;
}

/** The issued paper at an address, as its reader gets it. Once a request. */
export const issuedPaperAt = cache(
  async (meeting: string, version: string): Promise<IssuedPaperView> => {
    const context = await signedIn();
    try {
      return await getIssuedPaper(context, meeting, version);
    } catch (error) {
      if (error instanceof NotFoundError) notFound();
      throw error;
    }
  },
);
