import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { WithdrawForm } from '@/components/paper-issue/withdraw-form';
import { formatDate } from '@/lib/domain/dates';
import { issueName, issuePath } from '@/lib/domain/paper-issue';
import { type IssuedPageProps, issuedPaperAt } from '@/lib/server/issued-page';
import { withdrawAction } from './actions';

const TITLE = 'Withdraw an issued paper';
export const metadata: Metadata = { title: TITLE };

export default async function WithdrawPaperPage({ params }: IssuedPageProps) {
  const { meeting, version } = await params;
  const issue = await issuedPaperAt(meeting, version);
  const back = issuePath(issue.meeting.slug, issue);
  const name = `${issueName(issue)}, ${formatDate(issue.meeting.date)}`;
  return (
    <FormPage
      title={TITLE}
      caption={name}
      crumbs={[
        { href: '/papers', label: 'Issued papers' },
        { href: back, label: name },
      ]}
      back={{ href: back, label: 'Back to the paper' }}
      refused={
        issue.withdrawn
          ? 'This paper has been withdrawn already.'
          : issue.mayWithdraw
            ? null
            : ROLE_REFUSES
      }
    >
      <WithdrawForm
        action={withdrawAction.bind(null, meeting, version)}
        submissionId={randomUUID()}
        cancel={back}
        intro={
          <p className="measure">
            For a paper that holds what nobody should read, such as the name of a service user. Put
            the words right first, by a redaction, then issue a new version. A slip or a wrong
            figure needs only a new version.
          </p>
        }
      />
    </FormPage>
  );
}
