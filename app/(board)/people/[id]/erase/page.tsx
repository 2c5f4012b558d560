import { randomUUID } from 'node:crypto';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { EraseForm } from '@/components/people/erase-form';
import { type PersonPageProps, personAt, personFormTitle } from '@/lib/server/person-page';
import { erasePersonAction } from './actions';

const TITLE = 'Erase a name';
export const generateMetadata = personFormTitle(TITLE);

export default async function ErasePage({ params }: PersonPageProps) {
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
      refused={person.may.erase ? null : ROLE_REFUSES}
    >
      <EraseForm
        action={erasePersonAction.bind(null, person.id)}
        submissionId={randomUUID()}
        cancel={back}
      />
    </FormPage>
  );
}
