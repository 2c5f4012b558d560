import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { HandOverForm } from '@/components/people/hand-over-form';
import { PersonFormPage } from '@/components/people/person-form-page';
import { getChoices } from '@/lib/data/choices';
import { getHandOver } from '@/lib/data/hand-over';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { signedIn } from '@/lib/server/session';
import { handOverAction } from './actions';

const TITLE = 'Hand over everything';
export const generateMetadata = personFormTitle(TITLE);

export default async function HandOverPage({ params }: PersonPageProps) {
  const context = await signedIn();
  const person = await personAt((await params).id);
  const back = `/people/${person.id}`;
  const [owned, choices] = person.may.handOver
    ? await Promise.all([getHandOver(context, person.id), getChoices(context)])
    : [null, null];
  const nothing = owned && owned.items.length + owned.meetingActions.length === 0;
  return (
    <PersonFormPage
      title={TITLE}
      person={person}
      refused={owned ? (nothing ? 'They own nothing that is open.' : null) : ROLE_REFUSES}
    >
      {owned && choices && (
        <HandOverForm
          action={handOverAction.bind(null, person.id)}
          submissionId={randomUUID()}
          cancel={back}
          owned={owned}
          people={choices.people.filter(({ id }) => id !== person.id)}
        />
      )}
    </PersonFormPage>
  );
}
