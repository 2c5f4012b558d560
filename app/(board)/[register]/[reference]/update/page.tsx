import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { PresentRating } from '@/components/status-update/present-rating';
import { RagForm } from '@/components/status-update/rag-form';
import { TextLink } from '@/components/ui/text-link';
import { itemPath } from '@/lib/domain/item';
import { HEADLINE_LIMIT } from '@/lib/domain/status-update';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { setRagAction } from './actions';

const TITLE = 'Post a status update';
export const generateMetadata = itemFormTitle(TITLE);

export default async function UpdatePage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const back = itemPath(item.reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.setRag}>
      <RagForm
        intro={
          <>
            <PresentRating item={item} />
            {item.rag === 'not_rated' ? null : (
              <p>
                Nothing has changed?{' '}
                <TextLink href={`${back}/no-change`}>Report no change</TextLink>
              </p>
            )}
          </>
        }
        action={setRagAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={back}
        ragKey={item.ragKey}
        headlineLimit={HEADLINE_LIMIT}
      />
    </ItemFormPage>
  );
}
