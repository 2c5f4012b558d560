import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { EraseForm } from '@/components/people/erase-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { erasePersonAction } from './actions';

const TITLE = 'Erase a name';
export const generateMetadata = personFormTitle(TITLE);

export default async function ErasePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage title={TITLE} person={person} refused={person.may.erase ? null : ROLE_REFUSES}>
      <EraseForm
        action={erasePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
      />
    </PersonFormPage>
  );
}
