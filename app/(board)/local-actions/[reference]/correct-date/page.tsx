import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { CorrectDateForm } from '@/components/local-action/correct-date-form';
import { Inset } from '@/components/ui/inset';
import { formatDate } from '@/lib/domain/dates';
import { refuseCorrection } from '@/lib/domain/due-date';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { correctFirstDateAction } from './actions';

const TITLE = 'Correct the first due date';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function CorrectDatePage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  const refused = item.lifecycle === 'open' ? refuseCorrection(item, null) : null;
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={item.may.correctFirstDate || refused !== null}
      refused={refused && `${refused}.`}
    >
      <CorrectDateForm
        intro={
          <Inset>
            <p>
              It is due on <strong>{formatDate(item.dueDate ?? '')}</strong>, the first date it was
              given.
            </p>
            <p>
              This is for a slip of the keyboard only: the first date itself changes, and no move is
              counted. Where more time is needed, propose an extension.
            </p>
          </Inset>
        }
        action={correctFirstDateAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
