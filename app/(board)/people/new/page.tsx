import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { PersonForm } from '@/components/people/person-form';
import { getChoices } from '@/lib/data/choices';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single, wayBack } from '@/lib/server/way-back';
import { addPersonAction } from './actions';

const TITLE = 'Add a person';
export const metadata: Metadata = { title: TITLE };

export default async function AddPersonPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const context = await signedIn();
  const [query, { organisations }] = await Promise.all([searchParams, getChoices(context)]);
  const to = wayBack(single(query.to));
  const here = to ? `/people/new?to=${encodeURIComponent(to)}` : '/people/new';
  return (
    <FormPage
      title={TITLE}
      done={await doneNotice(searchParams)}
      crumbs={[{ label: 'People', href: '/people' }]}
      back={{ label: 'Back to people', href: '/people' }}
      refused={can(context.actor, 'addPeople') ? null : ROLE_REFUSES}
    >
      <PersonForm
        intro={
          <p className="measure">
            They can own recommendations, commitments and local actions. They cannot sign in.
          </p>
        }
        action={addPersonAction.bind(null, to)}
        submissionId={randomUUID()}
        cancel={to ?? '/people'}
        organisations={organisations}
        addOrganisation={`/organisations/new?to=${encodeURIComponent(here)}`}
        // One just added on the way is chosen when the form comes back.
        initial={{ organisationId: single(query.organisation) }}
      />
    </FormPage>
  );
}
