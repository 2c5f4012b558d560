import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { paperPath } from '@/lib/domain/paper-path';

interface PaperFormPageProps {
  title: string;
  meeting: MeetingPageView;
  /** Why an officer may not see the draft. */
  keptFrom: string | null;
  /** Nothing is drawn for whom the draft is not. */
  children: ReactNode;
}

/** A page that changes the draft of a meeting's paper. */
export function PaperFormPage({ title, meeting, keptFrom, children }: PaperFormPageProps) {
  const base = paperPath(meeting.slug);
  const cancelled = meeting.state === 'cancelled' ? 'This meeting is cancelled.' : null;
  return (
    <FormPage
      title={title}
      caption={meetingTitle(meeting)}
      crumbs={[
        { label: 'Meetings', href: '/meetings' },
        { label: meetingTitle(meeting), href: meetingPath(meeting.slug) },
        { label: 'Paper', href: base },
      ]}
      back={{ label: 'Back to the paper', href: base }}
      refused={keptFrom ?? (children ? cancelled : ROLE_REFUSES)}
    >
      {children}
    </FormPage>
  );
}
