import { randomUUID } from 'node:crypto';
import { ConfirmForm } from '@/components/people/confirm-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { endAllSessionsAction } from './actions';

const TITLE = 'Sign somebody out';
export const generateMetadata = personFormTitle(TITLE);

export default async function EndSessionsPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={refusalFor(person, person.may.endSessions)}
    >
      <ConfirmForm
        action={endAllSessionsAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        submit="Sign them out everywhere"
        intro={
          <p className="measure">
            Ends all of their sign-ins, on every device. They can sign in again. What they are
            typing is kept for them.
          </p>
        }
      />
    </PersonFormPage>
  );
}
