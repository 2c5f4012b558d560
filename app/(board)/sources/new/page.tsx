import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { SourceForm } from '@/components/source/source-form';
import { can } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';
import { addSourceAction } from './actions';

const TITLE = 'Add a source';
export const metadata: Metadata = { title: TITLE };

export default async function AddSourcePage() {
  const { actor } = await signedIn();
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Sources', href: '/sources' }]}
      back={{ label: 'Back to sources', href: '/sources' }}
      refused={can(actor, 'manageSources') ? null : ROLE_REFUSES}
    >
      <SourceForm
        intro={<p>Its recommendations are added one by one, once it is there.</p>}
        action={addSourceAction}
        submissionId={randomUUID()}
        cancel="/sources"
        submit="Add source"
        fresh
      />
    </FormPage>
  );
}
