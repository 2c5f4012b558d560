import { randomUUID } from 'node:crypto';
import { FormPage } from '@/components/forms/form-page';
import { DeactivateForm } from '@/components/people/deactivate-form';
import { Leaving } from '@/components/people/leaving';
import { refusalFor } from '@/components/people/refusal';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { deactivatePersonAction } from './actions';

const TITLE = 'Deactivate';
export const generateMetadata = personFormTitle(TITLE);

export default async function DeactivatePage({ params }: PersonPageProps) {
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
      refused={refusalFor(person, person.may.deactivate)}
    >
      <DeactivateForm
        action={deactivatePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
        intro={<Leaving person={person} />}
      />
    </FormPage>
  );
}
