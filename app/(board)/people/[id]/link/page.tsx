import { randomUUID } from 'node:crypto';
import { LinkForm } from '@/components/people/link-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { linkRefusal, refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { waysInHere } from '@/lib/server/ways-in';
import { makeLinkAction } from './actions';

const TITLE = 'Make a new link';
export const generateMetadata = personFormTitle(TITLE);

export default async function LinkPage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { passwords } = await waysInHere();
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={linkRefusal(person, passwords) ?? refusalFor(person, person.may.link)}
    >
      <LinkForm
        action={makeLinkAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        email={person.email ?? ''}
        invited={person.access === 'invited'}
        passwords={passwords}
      />
    </PersonFormPage>
  );
}
