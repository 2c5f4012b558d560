import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { GroupingFormPage } from '@/components/grouping/grouping-form-page';
import { RenameForm } from '@/components/grouping/rename-form';
import { groupingPath } from '@/lib/domain/grouping';
import { type GroupingPageProps, groupingAt } from '@/lib/server/grouping-page';
import { signedIn } from '@/lib/server/session';
import { renameGroupingAction } from './actions';

const TITLE = 'Rename';
export const metadata: Metadata = { title: TITLE };

export default async function RenameGroupingPage({ params }: GroupingPageProps) {
  await signedIn();
  const grouping = await groupingAt(params);
  const back = groupingPath(grouping);
  return (
    <GroupingFormPage title={TITLE} grouping={grouping}>
      <RenameForm
        intro={<p>Its address stays, and so does what is linked to it.</p>}
        action={renameGroupingAction.bind(null, grouping.id, back)}
        submissionId={randomUUID()}
        basedOn={grouping.version}
        cancel={back}
        initial={{ name: grouping.name }}
      />
    </GroupingFormPage>
  );
}
