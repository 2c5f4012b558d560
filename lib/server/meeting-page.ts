import { cache } from 'react';
import { getMeeting } from '@/lib/data/meetings-view';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { found } from './item-page';
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
