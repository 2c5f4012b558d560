import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ShortTitleForm } from '@/components/wording/short-title-form';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { setShortTitleAction } from './actions';

const TITLE = 'Change the short title';
export const generateMetadata = itemFormTitle(TITLE);

export default async function ShortTitlePage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const refused =
    item.kind === 'local_action'
      ? 'The title of a local action is changed with its details.'
      : ROLE_REFUSES;
  return (
    <ItemFormPage title={TITLE} item={item} may refused={item.may.map ? null : refused}>
      <ShortTitleForm
        intro={<p>It is the board’s own name for it. The text it stands for stays as it is.</p>}
        action={setShortTitleAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.wordingNumber}
        cancel={itemPath(item.reference)}
        initial={{ shortTitle: item.shortTitle }}
      />
    </ItemFormPage>
  );
}
