import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { dateBoxes } from '@/components/forms/values';
import { DetailsForm } from '@/components/local-action/details-form';
import { getBoard } from '@/lib/data/board';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { editLocalActionAction } from './actions';

const TITLE = 'Edit details';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function EditPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  const { areas } = await getBoard(context);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.edit}>
      <DetailsForm
        action={editLocalActionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.wordingNumber}
        cancel={itemPath(item.reference)}
        areas={areas}
        initial={{
          shortTitle: item.shortTitle,
          text: item.text,
          yourReference: item.yourReference,
          alsoInvolved: item.alsoInvolved,
          area: item.area,
          ...dateBoxes('start', item.startDate),
          fundingSource: item.fundingSource,
          ...dateBoxes('fundedUntil', item.fundedUntil),
          successMeasure: item.successMeasure,
          baseline: item.baseline,
          target: item.target,
        }}
      />
    </ItemFormPage>
  );
}
