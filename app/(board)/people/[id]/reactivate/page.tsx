import { randomUUID } from 'node:crypto';
import { PersonFormPage } from '@/components/people/person-form-page';
import { ReactivateForm } from '@/components/people/reactivate-form';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { waysInHere } from '@/lib/server/ways-in';
import { reactivatePersonAction } from './actions';

const TITLE = 'Reactivate';
export const generateMetadata = personFormTitle(TITLE);

export default async function ReactivatePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { passwords } = await waysInHere();
  const linked = person.may.unlink;
  const without = linked || !passwords ? 'account' : 'new password';
  const signsInBy = passwords && person.hasPassword ? 'password' : without;
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
        signsInBy={signsInBy}
        initial={{ roles: person.roles }}
      />
    </PersonFormPage>
  );
}
