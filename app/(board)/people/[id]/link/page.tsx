import { randomUUID } from 'node:crypto';
import { FormPage } from '@/components/forms/form-page';
import { LinkForm } from '@/components/people/link-form';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { makeLinkAction } from './actions';

const TITLE = 'Make a new link';
export const generateMetadata = personFormTitle(TITLE);

export default async function LinkPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <FormPage
      title={TITLE}
      caption={person.name}
      crumbs={[
        { href: '/people', label: 'People' },
        { href: back, label: person.name },
      ]}
      back={{ href: back, label: `Back to ${person.name}` }}
      refused={refusalFor(person, person.may.link)}
    >
      <LinkForm
        action={makeLinkAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        email={person.email ?? ''}
        invited={!person.hasPassword}
      />
    </FormPage>
  );
}
