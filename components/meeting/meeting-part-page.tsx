import type { ReactNode } from 'react';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import type { DoneNotice } from '@/lib/domain/notice-told';
import { AsAtPage, type ShownMoment } from '../as-at/as-at-page';
import { PageHeader } from '../shell/page-header';

interface MeetingPartPageProps {
  title: string;
  meeting: MeetingPageView;
  moment: ShownMoment;
  done?: DoneNotice | null;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page about one part of a meeting: who came, its actions, its minutes. */
export function MeetingPartPage(props: MeetingPartPageProps) {
  const { title, meeting, moment, done, lead, actions, children } = props;
  return (
    <AsAtPage
      moment={moment}
      width="page"
      done={done}
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: '/meetings', label: 'Meetings' },
            { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
          ]}
          title={title}
          caption={meetingTitle(meeting)}
          lead={lead}
          actions={actions}
        />
      }
    >
      {children}
    </AsAtPage>
  );
}
