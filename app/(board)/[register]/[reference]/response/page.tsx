import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { dateBoxes } from '@/components/forms/values';
import { StatementForm } from '@/components/statement/statement-form';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { stateResponseAction } from './actions';

const TITLE = 'Our response';
export const generateMetadata = itemFormTitle(TITLE);

export default async function ResponsePage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const { response } = item;
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.stateResponse}>
      <StatementForm
        intro={
          response ? (
            <p>
              The words of {formatDate(response.statedOn)} are in the box. They stay in the record.
            </p>
          ) : null
        }
        kind="our_response"
        action={stateResponseAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.responseNumber}
        cancel={itemPath(item.reference)}
        initial={{ words: response?.words, ...dateBoxes('statedOn', londonDay(context.now)) }}
      />
    </ItemFormPage>
  );
}
