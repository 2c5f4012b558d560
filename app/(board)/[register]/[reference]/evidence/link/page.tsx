import { randomUUID } from 'node:crypto';
import { LinkForm } from '@/components/evidence/link-form';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { TextLink } from '@/components/ui/text-link';
import { getBoard } from '@/lib/data/board';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { addLinkAction } from './actions';

const TITLE = 'Add a link as evidence';
export const generateMetadata = itemFormTitle(TITLE);

export default async function AddLinkPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const { reviewMonths } = await getBoard(context);
  const back = itemPath(item.reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.addEvidence}>
      <LinkForm
        intro={
          <p>
            Is it a file? <TextLink href={`${back}/evidence/file`}>Add a file as evidence</TextLink>
          </p>
        }
        action={addLinkAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={back}
        reviewMonths={reviewMonths}
      />
    </ItemFormPage>
  );
}
