import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';

interface MeetingFormPageProps {
  title: string;
  meeting: MeetingPageView;
  /** Why this meeting takes no such change. */
  refused?: string | null;
  children: ReactNode;
}

/** A page that changes one meeting. */
export function MeetingFormPage({ title, meeting, refused, children }: MeetingFormPageProps) {
  const back = meetingPath(meeting.slug);
  return (
    <FormPage
      title={title}
      caption={meetingTitle(meeting)}
      crumbs={[
        { label: 'Meetings', href: '/meetings' },
        { label: meetingTitle(meeting), href: back },
      ]}
      back={{ label: 'Back to the meeting', href: back }}
      refused={meeting.mayManage ? refused : ROLE_REFUSES}
    >
      {children}
    </FormPage>
  );
}
