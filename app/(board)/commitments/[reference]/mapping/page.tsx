import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { CommitmentMappingForm } from '@/components/mapping/commitment-mapping-form';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { mapCommitmentAction } from './actions';

const TITLE = 'Change what it answers';
export const generateMetadata = itemFormTitle(TITLE, 'commitments');

export default async function CommitmentMappingPage({ params }: ItemPageProps) {
  const context = await signedIn();
  const item = await itemAt('commitments', (await params).reference);
  const { recommendations, groupings } = await getChoices(context);
  const strengths = new Map(
    item.recommendations.map(({ reference, strength }) => [reference, strength ?? 'none']),
  );
  return (
    <ItemFormPage title={TITLE} item={item} may refused={item.may.map ? null : ROLE_REFUSES}>
      <CommitmentMappingForm
        intro={<p>What answers what is the board’s own reading, not official.</p>}
        action={mapCommitmentAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
        choices={{ recommendations, groupings }}
        initial={{
          groupingIds: item.groupings.map(({ id }) => id),
          ...Object.fromEntries(
            recommendations.map(({ id, reference }) => [
              `answers.${id}`,
              strengths.get(reference) ?? 'none',
            ]),
          ),
        }}
      />
    </ItemFormPage>
  );
}
