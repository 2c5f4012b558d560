import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { EditPersonForm } from '@/components/people/edit-person-form';
import { PersonFormPage } from '@/components/people/person-form-page';
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
    <PersonFormPage title={TITLE} person={person} refused={person.may.change ? null : ROLE_REFUSES}>
      <EditPersonForm
        action={changePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        basedOn={person.numbers.details}
        organisations={organisations}
        signsIn={person.roles.length > 0}
        own={person.self ? (person.organisation ?? 'None') : null}
        initial={{
          name: person.name,
          position: person.position,
          organisationId: person.organisationId,
          email: person.email,
        }}
      />
    </PersonFormPage>
  );
}
