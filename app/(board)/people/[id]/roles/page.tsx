import { randomUUID } from 'node:crypto';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { RolesForm } from '@/components/people/roles-form';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { setRolesAction } from './actions';

const TITLE = 'Change roles';
export const generateMetadata = personFormTitle(TITLE);

export default async function RolesPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage title={TITLE} person={person} refused={refusalFor(person, person.may.setRoles)}>
      <RolesForm
        action={setRolesAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        basedOn={person.numbers.roles}
        initial={{ roles: person.roles }}
      />
    </PersonFormPage>
  );
}
