import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { CHALLENGES_PATH } from '@/lib/domain/challenge-query';
import type { ChallengeList } from '@/lib/domain/challenge-view';
import { meetingTitle } from '@/lib/domain/meeting-name';

interface ChallengeFormPageProps {
  title: string;
  list: ChallengeList;
  /** Whether the reader's role lets them do it. */
  may: boolean;
  /** Why there is nothing to do it to. */
  nothing: string | null;
  children: ReactNode;
}

/** A page that says something about challenges for the next meeting. */
export function ChallengeFormPage(props: ChallengeFormPageProps) {
  const { title, list, may, nothing, children } = props;
  const crumb = { label: 'Challenges', href: CHALLENGES_PATH };
  const noMeeting = list.meeting
    ? null
    : 'No meeting is set to come. Challenges are acknowledged for a meeting: set up the next one first.';
  return (
    <FormPage
      title={title}
      caption={list.meeting ? meetingTitle(list.meeting) : undefined}
      crumbs={[crumb]}
      back={{ ...crumb, label: 'Back to the challenges' }}
      refused={may ? (noMeeting ?? nothing) : ROLE_REFUSES}
    >
      {children}
    </FormPage>
  );
}
