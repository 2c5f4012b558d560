import { cache } from 'react';
import { getMeeting } from '@/lib/data/meetings-view';
import { formatDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { found } from './item-page';
import { type Reading, readingOf } from './reading';
import { signedIn } from './session';

/** What Next hands to a page below /meetings/[slug]. */
export interface MeetingPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The meeting at an address, read once a request; an address that none has is not found. */
export const meetingAt = cache(
  async (slug: string): Promise<MeetingPageView> => found(getMeeting(await signedIn(), slug)),
);

/**
 * The same as at the moment the address asks for, with that moment. A meeting that was not
 * arranged yet is a problem of the moment: the present one is given, for the page that says so.
 */
export const meetingThen = cache(
  async (slug: string, asked: string): Promise<{ meeting: MeetingPageView; at: Reading }> => {
    const present = await meetingAt(slug);
    const at = await readingOf(asked);
    if (!at.asAt) return { meeting: present, at };
    try {
      return { meeting: await getMeeting(at.context, slug), at };
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      const problem = `This meeting had not been arranged yet on ${formatDate(at.asAt.day)}`;
      const { context } = await readingOf('');
      return { meeting: present, at: { ...at, context, asAt: null, problem } };
    }
  },
);
