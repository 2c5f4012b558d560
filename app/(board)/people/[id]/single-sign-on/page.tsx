import { randomUUID } from 'node:crypto';
import { ConfirmForm } from '@/components/people/confirm-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { unlinkAction } from './actions';

const TITLE = 'Unlink single sign-on';
export const generateMetadata = personFormTitle(TITLE);

export default async function UnlinkPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <PersonFormPage title={TITLE} person={person} refused={refusalFor(person, person.may.unlink)}>
      <ConfirmForm
        action={unlinkAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        submit="Unlink"
        intro={
          <p className="measure">
            For an account that was made anew there, or was never theirs. They are signed out
            everywhere. The next account with their email address that signs in that way is theirs.
          </p>
        }
      />
    </PersonFormPage>
  );
}
