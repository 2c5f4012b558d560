import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { AddGroupingForm } from '@/components/grouping/add-grouping-form';
import { OWN_GROUPING_KINDS } from '@/lib/domain/grouping';
import { can } from '@/lib/domain/permissions';
import type { GroupingPageProps } from '@/lib/server/grouping-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { addGroupingAction } from './actions';

const TITLE = 'Add a grouping';
export const metadata: Metadata = { title: TITLE };

export default async function AddGroupingPage({
  searchParams,
}: Pick<GroupingPageProps, 'searchParams'>) {
  const { actor } = await signedIn();
  const asked = single((await searchParams).kind);
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Groupings', href: '/groupings' }]}
      back={{ label: 'Back to groupings', href: '/groupings' }}
      refused={can(actor, 'manageSources') ? null : ROLE_REFUSES}
    >
      <AddGroupingForm
        action={addGroupingAction}
        submissionId={randomUUID()}
        cancel="/groupings"
        initial={{ kind: OWN_GROUPING_KINDS.find((kind) => kind === asked) }}
      />
    </FormPage>
  );
}
