import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { OwnerForm } from '@/components/owner/owner-form';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { doneNotice } from '@/lib/server/done';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { assignOwnerAction } from './actions';

const TITLE = 'Assign an owner';
export const generateMetadata = itemFormTitle(TITLE);

export default async function OwnerPage({ params, searchParams }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const { people, organisations } = await getChoices(context);
  const back = itemPath(item.reference);
  // Somebody just added on the way is chosen when the form comes back.
  const added = single((await searchParams).person);
  const leadsItself = people.find(({ id }) => id === item.owner?.id)?.organisation;
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={item.may.setOwner}
      done={await doneNotice(searchParams)}
    >
      <OwnerForm
        action={assignOwnerAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={back}
        initial={{
          ownerId: added ?? item.owner?.id,
          leadOrganisationId: item.lead?.name === leadsItself ? '' : item.lead?.id,
        }}
        choices={{ people, organisations }}
        addPerson={`/people/new?to=${encodeURIComponent(`${back}/owner`)}`}
      />
    </ItemFormPage>
  );
}
