import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { OurRoleForm } from '@/components/our-role/our-role-form';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { setOurRoleAction } from './actions';

const TITLE = 'Set our role';
export const generateMetadata = itemFormTitle(TITLE, 'recommendations');

export default async function OurRolePage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('recommendations', (await params).reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.setOurRole}>
      <OurRoleForm
        action={setOurRoleAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
        initial={{ ourRole: item.ourRole }}
      />
    </ItemFormPage>
  );
}
