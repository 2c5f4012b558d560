import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { InviteForm } from '@/components/people/invite-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { rolesToGive } from '@/lib/server/roles-to-give';
import { waysInHere } from '@/lib/server/ways-in';
import { inviteKnownAction } from './actions';

const TITLE = 'Invite somebody who is known';
export const generateMetadata = personFormTitle(TITLE);

export default async function InvitePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const { passwords } = await waysInHere();
  return (
    <PersonFormPage title={TITLE} person={person} refused={person.may.invite ? null : ROLE_REFUSES}>
      <InviteForm
        action={inviteKnownAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        known
        passwords={passwords}
        roles={await rolesToGive()}
        initial={{ email: person.email }}
      />
    </PersonFormPage>
  );
}
