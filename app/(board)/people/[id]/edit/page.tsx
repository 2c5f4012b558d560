import { randomUUID } from 'node:crypto';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { EditPersonForm } from '@/components/people/edit-person-form';
import { getChoices } from '@/lib/data/choices';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { signedIn } from '@/lib/server/session';
import { changePersonAction } from './actions';

const TITLE = 'Change a person';
export const generateMetadata = personFormTitle(TITLE);

export default async function EditPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { organisations } = await getChoices(await signedIn());
  return (
    <FormPage
      title={TITLE}
      caption={person.name}
      crumbs={[
        { href: '/people', label: 'People' },
        { href: back, label: person.name },
      ]}
      back={{ href: back, label: `Back to ${person.name}` }}
      refused={person.may.change ? null : ROLE_REFUSES}
    >
      <EditPersonForm
        action={changePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        basedOn={person.version}
        organisations={organisations}
        signsIn={person.roles.length > 0}
        initial={{
          name: person.name,
          position: person.position,
          organisationId: person.organisationId,
          email: person.email,
        }}
      />
    </FormPage>
  );
}
