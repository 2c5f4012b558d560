import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ReleaseForm } from '@/components/restriction/release-form';
import { RestrictionStands } from '@/components/restriction/restriction';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { releaseItemAction } from './actions';

const TITLE = 'Release this action';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function ReleasePage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={item.may.restrict}
      refused={item.restriction ? null : `${item.reference} is not restricted.`}
    >
      <ReleaseForm
        intro={item.restriction ? <RestrictionStands restriction={item.restriction} /> : null}
        action={releaseItemAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
