import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ReasonForm } from '@/components/forms/reason-form';
import { GroupingFormPage } from '@/components/grouping/grouping-form-page';
import { groupingPath } from '@/lib/domain/grouping';
import { type GroupingPageProps, groupingAt } from '@/lib/server/grouping-page';
import { signedIn } from '@/lib/server/session';
import { restoreGroupingAction } from './actions';

const TITLE = 'Take this grouping up again';
export const metadata: Metadata = { title: TITLE };

export default async function RestoreGroupingPage({ params }: GroupingPageProps) {
  await signedIn();
  const grouping = await groupingAt(params);
  const back = groupingPath(grouping);
  return (
    <GroupingFormPage
      title={TITLE}
      grouping={grouping}
      refused={!grouping.retired ? 'It is in use.' : null}
    >
      <ReasonForm
        intro={<p>Forms will offer it again.</p>}
        action={restoreGroupingAction.bind(null, grouping.id, back)}
        submissionId={randomUUID()}
        basedOn={grouping.version}
        cancel={back}
        label="Why it is taken up again"
        submit="Take it up again"
      />
    </GroupingFormPage>
  );
}
