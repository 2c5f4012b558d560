import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ReasonForm } from '@/components/forms/reason-form';
import { GroupingFormPage } from '@/components/grouping/grouping-form-page';
import { groupingPath } from '@/lib/domain/grouping';
import { type GroupingPageProps, groupingAt } from '@/lib/server/grouping-page';
import { signedIn } from '@/lib/server/session';
import { retireGroupingAction } from './actions';

const TITLE = 'Retire this grouping';
export const metadata: Metadata = { title: TITLE };

export default async function RetireGroupingPage({ params }: GroupingPageProps) {
  await signedIn();
  const grouping = await groupingAt(params);
  const back = groupingPath(grouping);
  return (
    <GroupingFormPage
      title={TITLE}
      grouping={grouping}
      refused={grouping.retired ? 'It is retired already.' : null}
    >
      <ReasonForm
        intro={
          <p>
            Forms no longer offer it. What is linked to it stays so, and it can be taken up again.
          </p>
        }
        action={retireGroupingAction.bind(null, grouping.id, back)}
        submissionId={randomUUID()}
        basedOn={grouping.version}
        cancel={back}
        label="Why it is retired"
        submit="Retire this grouping"
        variant="warning"
      />
    </GroupingFormPage>
  );
}
