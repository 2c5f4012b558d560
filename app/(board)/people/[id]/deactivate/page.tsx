import { randomUUID } from 'node:crypto';
import { DeactivateForm } from '@/components/people/deactivate-form';
import { Leaving } from '@/components/people/leaving';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { deactivatePersonAction } from './actions';

const TITLE = 'Deactivate';
export const generateMetadata = personFormTitle(TITLE);

export default async function DeactivatePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={refusalFor(person, person.may.deactivate)}
    >
      <DeactivateForm
        action={deactivatePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        intro={<Leaving person={person} />}
      />
    </PersonFormPage>
  );
}
