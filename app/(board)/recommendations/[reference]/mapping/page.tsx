import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { RecommendationMappingForm } from '@/components/mapping/recommendation-mapping-form';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { mapRecommendationAction } from './actions';

const TITLE = 'Change groupings';
export const generateMetadata = itemFormTitle(TITLE, 'recommendations');

export default async function RecommendationMappingPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const item = await itemAt('recommendations', (await params).reference);
  const { groupings } = await getChoices(context);
  return (
    <ItemFormPage title={TITLE} item={item} may refused={item.may.map ? null : ROLE_REFUSES}>
      <RecommendationMappingForm
        intro={
          <p>
            Choose everything that {item.reference} belongs to. What you leave out is unlinked.
            Which commitment answers it is said on the page of the commitment.
          </p>
        }
        action={mapRecommendationAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
        groupings={groupings}
        initial={{ groupingIds: item.groupings.map(({ id }) => id) }}
      />
    </ItemFormPage>
  );
}
