import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ReadingForm } from '@/components/local-action/reading-form';
import { Inset } from '@/components/ui/inset';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { addReadingAction } from './actions';

const TITLE = 'Add a reading';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function ReadingPage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.setRag}>
      <ReadingForm
        intro={
          item.successMeasure ? (
            <Inset>
              <p>{item.successMeasure}</p>
              {item.baseline ? <p>Baseline: {item.baseline}</p> : null}
              {item.target ? <p>Target: {item.target}</p> : null}
            </Inset>
          ) : null
        }
        action={addReadingAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
