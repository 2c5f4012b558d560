import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { dateBoxes } from '@/components/forms/values';
import { DatesForm } from '@/components/local-action/dates-form';
import { PresentDates } from '@/components/local-action/present-dates';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { setDatesAction } from './actions';

const TITLE = 'Change dates';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function DatesPage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.edit}>
      <DatesForm
        intro={<PresentDates item={item} />}
        action={setDatesAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
        initial={{
          scheduling: item.dueDate ? 'due' : item.reviewDate && 'ongoing',
          ...dateBoxes('due', item.dueDate),
          ...dateBoxes('review', item.reviewDate),
        }}
      />
    </ItemFormPage>
  );
}
