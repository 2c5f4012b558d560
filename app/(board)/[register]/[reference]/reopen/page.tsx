import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ReopeningForm } from '@/components/proposal/reopening-form';
import { itemPath } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { stageOf } from '@/lib/server/proposal-page';
import { signedIn } from '@/lib/server/session';
import { proposeReopeningAction } from './actions';

const TITLE = 'Propose to reopen it';
export const generateMetadata = itemFormTitle(TITLE);

export default async function ReopeningPage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const refused = refuseStep(stageOf(item), 'proposeReopening');
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={refused !== null || item.may.proposeReopening}
      refused={refused}
    >
      <ReopeningForm
        intro={
          <p className="measure">
            The board decides. {item.reference} opens with the rating that you propose here.
          </p>
        }
        ragKey={item.ragKey}
        action={proposeReopeningAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
