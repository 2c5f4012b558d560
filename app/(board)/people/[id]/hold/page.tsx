import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ConfirmForm } from '@/components/people/confirm-form';
import { HeldOff } from '@/components/people/held-off';
import { PersonFormPage } from '@/components/people/person-form-page';
import { can } from '@/lib/domain/permissions';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { signedIn } from '@/lib/server/session';
import { liftHoldAction } from './actions';

const TITLE = 'Lift the hold on sign-ins';
export const generateMetadata = personFormTitle(TITLE);

export default async function HoldPage({ params }: PersonPageProps) {
  const [person, { actor }] = await Promise.all([personAt((await params).id), signedIn()]);
  const refused = can(actor, 'managePeople')
    ? 'Their sign-ins are not held off any more.'
    : ROLE_REFUSES;
  return (
    <PersonFormPage title={TITLE} person={person} refused={person.heldOff ? null : refused}>
      <ConfirmForm
        action={liftHoldAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={`/people/${person.id}`}
        submit="Lift it"
        intro={
          <div className="measure space-y-3">
            {person.heldOff ? <HeldOff held={person.heldOff} /> : null}
            <p>
              They can try again at once, and so can whoever made the attempts. Ask them first
              whether it was they: if it was not, a new password does more. The security events say
              where the attempts came from.
            </p>
          </div>
        }
      />
    </PersonFormPage>
  );
}
