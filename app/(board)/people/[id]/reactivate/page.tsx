import { randomUUID } from 'node:crypto';
import { PersonFormPage } from '@/components/people/person-form-page';
import { ReactivateForm } from '@/components/people/reactivate-form';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { reactivatePersonAction } from './actions';

const TITLE = 'Reactivate';
export const generateMetadata = personFormTitle(TITLE);

export default async function ReactivatePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={refusalFor(person, person.may.reactivate)}
    >
      <ReactivateForm
        action={reactivatePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        hasPassword={person.hasPassword}
        initial={{ roles: person.roles }}
      />
    </PersonFormPage>
  );
}
