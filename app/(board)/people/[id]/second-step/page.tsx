import { randomUUID } from 'node:crypto';
import { ConfirmForm } from '@/components/people/confirm-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { resetSecondStepAction } from './actions';

const TITLE = 'Take the second step away';
export const generateMetadata = personFormTitle(TITLE);

export default async function SecondStepPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={refusalFor(person, person.may.resetSecondStep)}
    >
      <ConfirmForm
        action={resetSecondStepAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        submit="Take it away"
        intro={
          <p className="measure">
            For somebody who lost their phone and their recovery codes. Make sure that it is they
            who ask. Where people sign in with passwords, theirs alone opens the account afterwards,
            until they set up a new second step; where their role needs one, they do so at their
            next sign-in.
          </p>
        }
      />
    </PersonFormPage>
  );
}
