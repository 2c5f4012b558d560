import { randomUUID } from 'node:crypto';
import { FileForm } from '@/components/evidence/file-form';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { StorageNotice } from '@/components/settings/storage-notice';
import { TextLink } from '@/components/ui/text-link';
import { getBoard } from '@/lib/data/board';
import { getStorage } from '@/lib/data/storage';
import { FILE_LIMIT } from '@/lib/domain/evidence';
import { ACCEPTED_FILES } from '@/lib/domain/evidence-file';
import { itemPath } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { addFileAction } from './actions';

const TITLE = 'Add a file as evidence';
export const generateMetadata = itemFormTitle(TITLE);

export default async function AddFilePage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const [{ reviewMonths }, storage] = await Promise.all([getBoard(context), getStorage(context)]);
  const back = itemPath(item.reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.addEvidence}>
      <StorageNotice storage={storage} mayChange={can(context.actor, 'manageSettings')} uploading />
      <FileForm
        intro={
          <p>
            Is it on a website?{' '}
            <TextLink href={`${back}/evidence/link`}>Add a link as evidence</TextLink>
          </p>
        }
        action={addFileAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={back}
        reviewMonths={reviewMonths}
        accept={ACCEPTED_FILES}
        sizeLimit={FILE_LIMIT}
      />
    </ItemFormPage>
  );
}
