import { randomUUID } from 'node:crypto';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { RolesForm } from '@/components/people/roles-form';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { signedIn } from '@/lib/server/session';
import { setRolesAction } from './actions';

const TITLE = 'Change roles';
export const generateMetadata = personFormTitle(TITLE);

export default async function RolesPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { actor } = await signedIn();
  return (
    <PersonFormPage title={TITLE} person={person} refused={refusalFor(person, person.may.setRoles)}>
      <RolesForm
        action={setRolesAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        self={actor.id === person.id}
        had={[...person.roles].sort().join(' ')}
        initial={{ roles: person.roles }}
      />
    </PersonFormPage>
  );
}
