import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { dateBoxes } from '@/components/forms/values';
import { StatementForm } from '@/components/statement/statement-form';
import { Inset } from '@/components/ui/inset';
import { Prose } from '@/components/ui/prose';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { statePositionAction } from './actions';

const TITLE = 'National position';
export const generateMetadata = itemFormTitle(TITLE);

export default async function PositionPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const { position } = item;
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.statePosition}>
      <StatementForm
        intro={
          position ? (
            <Inset>
              <p className="font-semibold">As noted on {formatDate(position.statedOn)}</p>
              <Prose text={position.words} />
            </Inset>
          ) : null
        }
        kind="national_position"
        action={statePositionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.positionNumber}
        cancel={itemPath(item.reference)}
        initial={dateBoxes('statedOn', londonDay(context.now))}
      />
    </ItemFormPage>
  );
}
