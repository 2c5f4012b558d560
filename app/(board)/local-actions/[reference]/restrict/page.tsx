import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { RestrictForm } from '@/components/restriction/restrict-form';
import {
  partnersAnd,
  RestrictionExplained,
  restrictionValues,
} from '@/components/restriction/restriction';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { RESTRICTION_CATEGORIES, RESTRICTION_NAMES } from '@/lib/domain/restriction';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { restrictItemAction } from './actions';

const TITLE = 'Restrict this action';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function RestrictPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  const { organisations } = await getChoices(context);
  return (
    <ItemFormPage
      title={item.restriction ? 'Change the restriction' : TITLE}
      item={item}
      may={item.may.restrict}
    >
      <RestrictForm
        intro={<RestrictionExplained what="this action" />}
        action={restrictItemAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
        categories={RESTRICTION_CATEGORIES.map((value) => ({
          value,
          label: RESTRICTION_NAMES[value],
        }))}
        organisations={partnersAnd(item.restriction, organisations)}
        initial={restrictionValues(item.restriction)}
      />
    </ItemFormPage>
  );
}
