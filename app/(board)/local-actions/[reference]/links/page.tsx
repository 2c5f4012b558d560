import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { LinksForm } from '@/components/local-action/links-form';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { linkLocalActionAction } from './actions';

const TITLE = 'Change links';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function LinksPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  const { recommendations, commitments, groupings } = await getChoices(context);
  const linked = new Set(
    [...item.recommendations, ...item.commitments].map(({ reference }) => reference),
  );
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.edit}>
      <LinksForm
        intro={
          <p>
            Choose everything that {item.reference} is linked to. What you leave out is unlinked.
          </p>
        }
        action={linkLocalActionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
        choices={{ recommendations, commitments, groupings }}
        initial={{
          itemIds: [...recommendations, ...commitments]
            .filter(({ reference }) => linked.has(reference))
            .map(({ id }) => id),
          groupingIds: item.groupings.map(({ id }) => id),
        }}
      />
    </ItemFormPage>
  );
}
