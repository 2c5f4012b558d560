import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { WithdrawForm } from '@/components/local-action/withdraw-form';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { withdrawLocalActionAction } from './actions';

const TITLE = 'Withdraw this action';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function WithdrawPage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.edit}>
      <WithdrawForm
        intro={
          <p>
            For an action that was created in error. It leaves every count and takes no more
            changes; its page and its history stay, with your reason. It cannot be brought back.
          </p>
        }
        action={withdrawLocalActionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
