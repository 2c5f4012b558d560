import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { PresentDates } from '@/components/local-action/present-dates';
import { ExtensionForm } from '@/components/proposal/extension-form';
import { itemPath } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { stageOf } from '@/lib/server/proposal-page';
import { signedIn } from '@/lib/server/session';
import { proposeExtensionAction } from './actions';

const TITLE = 'Propose an extension';
export const generateMetadata = itemFormTitle(TITLE, 'local-actions');

export default async function ExtensionPage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('local-actions', (await params).reference);
  const refused = refuseStep(stageOf(item), 'proposeExtension');
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={refused !== null || item.may.proposeExtension}
      refused={refused}
    >
      <ExtensionForm
        intro={<PresentDates item={item} />}
        action={proposeExtensionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
