import { randomUUID } from 'node:crypto';
import { FormPage } from '@/components/forms/form-page';
import { ReactivateForm } from '@/components/people/reactivate-form';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { reactivatePersonAction } from './actions';

const TITLE = 'Reactivate';
export const generateMetadata = personFormTitle(TITLE);

export default async function ReactivatePage({ params }: PersonPageProps) {
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
      refused={refusalFor(person, person.may.reactivate)}
    >
      <ReactivateForm
        action={reactivatePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        hasPassword={person.hasPassword}
        initial={{ roles: person.roles }}
      />
    </FormPage>
  );
}
