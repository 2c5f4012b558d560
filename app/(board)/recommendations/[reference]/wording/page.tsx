import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { WordingForm } from '@/components/wording/wording-form';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { editRecommendationAction } from './actions';

const TITLE = 'Change the wording';
export const generateMetadata = itemFormTitle(TITLE, 'recommendations');

export default async function WordingPage({ params }: ItemPageProps) {
  await signedIn();
  const item = await itemAt('recommendations', (await params).reference);
  const refused = item.source?.national
    ? `The text of ${item.reference} stays word for word: only its short title can change.`
    : ROLE_REFUSES;
  return (
    <ItemFormPage title={TITLE} item={item} may refused={item.may.reword ? null : refused}>
      <WordingForm
        intro={<p>For a slip in copying. The words as they were stay in the history.</p>}
        action={editRecommendationAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.wordingNumber}
        cancel={itemPath(item.reference)}
        initial={{ shortTitle: item.shortTitle, text: item.text }}
      />
    </ItemFormPage>
  );
}
