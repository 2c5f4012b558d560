import { randomUUID } from 'node:crypto';
import { LinkForm } from '@/components/people/link-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { waysInHere } from '@/lib/server/ways-in';
import { makeLinkAction } from './actions';

const TITLE = 'Make a new link';
const NO_PASSWORDS =
  'Passwords are switched off here. They sign in with the account of their own organisation.';
export const generateMetadata = personFormTitle(TITLE);

export default async function LinkPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { passwords } = await waysInHere();
  const useless = !passwords && person.hasPassword;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={useless ? NO_PASSWORDS : refusalFor(person, person.may.link)}
    >
      <LinkForm
        action={makeLinkAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        email={person.email ?? ''}
        invited={!person.hasPassword}
        passwords={passwords}
      />
    </PersonFormPage>
  );
}
