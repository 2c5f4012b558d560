import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { OrganisationForm } from '@/components/organisations/organisation-form';
import { can } from '@/lib/domain/permissions';
import type { ItemPageProps } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single, wayBack } from '@/lib/server/way-back';
import { addOrganisationAction } from './actions';

const TITLE = 'Add an organisation';
export const metadata: Metadata = { title: TITLE };

export default async function AddOrganisationPage({
  searchParams,
}: Pick<ItemPageProps, 'searchParams'>) {
  const context = await signedIn();
  const to = wayBack(single((await searchParams).to));
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Organisations', href: '/organisations' }]}
      back={{ label: 'Back to organisations', href: '/organisations' }}
      refused={can(context.actor, 'addPeople') ? null : ROLE_REFUSES}
    >
      <OrganisationForm
        action={addOrganisationAction.bind(null, to)}
        submissionId={randomUUID()}
        cancel={to ?? '/organisations'}
      />
    </FormPage>
  );
}
