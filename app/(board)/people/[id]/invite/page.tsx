import { randomUUID } from 'node:crypto';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { InviteForm } from '@/components/people/invite-form';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { rolesToGive } from '@/lib/server/roles-to-give';
import { inviteKnownAction } from './actions';

const TITLE = 'Invite somebody who is known';
export const generateMetadata = personFormTitle(TITLE);

export default async function InvitePage({ params }: PersonPageProps) {
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  return (
    <FormPage
      title={TITLE}
      caption={person.name}
      crumbs={[
        { href: '/people', label: 'People' },
        { href: back, label: person.name },
      ]}
      back={{ href: back, label: `Back to ${person.name}` }}
      refused={person.may.invite ? null : ROLE_REFUSES}
    >
      <InviteForm
        action={inviteKnownAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        known
        roles={await rolesToGive()}
        initial={{ email: person.email }}
      />
    </FormPage>
  );
}
