import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { NoChangeForm } from '@/components/status-update/no-change-form';
import { PresentRating } from '@/components/status-update/present-rating';
import { TextLink } from '@/components/ui/text-link';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { noChangeAction } from './actions';

const TITLE = 'Report no change';
export const generateMetadata = itemFormTitle(TITLE);

export default async function NoChangePage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const back = itemPath(item.reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.setRag}>
      {item.rag === 'not_rated' ? (
        <p>
          There is nothing yet that could stay as it is.{' '}
          <TextLink href={`${back}/update`}>Post a first status update</TextLink>
        </p>
      ) : (
        <NoChangeForm
          intro={<PresentRating item={item} />}
          action={noChangeAction.bind(null, item.reference)}
          submissionId={randomUUID()}
          basedOn={item.number}
          cancel={back}
        />
      )}
    </ItemFormPage>
  );
}
