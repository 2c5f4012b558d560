import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { RecommendationForm } from '@/components/source/recommendation-form';
import { SourceFormPage } from '@/components/source/source-form-page';
import { getChoices } from '@/lib/data/choices';
import { sourcePath } from '@/lib/domain/source';
import { signedIn } from '@/lib/server/session';
import { type SourcePageProps, sourceAt } from '@/lib/server/source-page';
import { addRecommendationAction } from './actions';

const TITLE = 'Add a recommendation';
export const metadata: Metadata = { title: TITLE };

export default async function AddRecommendationPage({ params }: SourcePageProps) {
  const context = await signedIn();
  const source = await sourceAt((await params).prefix);
  const { groupings } = await getChoices(context);
  return (
    <SourceFormPage title={TITLE} source={source}>
      <RecommendationForm
        action={addRecommendationAction.bind(null, source.prefix)}
        submissionId={randomUUID()}
        cancel={sourcePath(source.prefix)}
        prefix={source.prefix}
        groupings={groupings}
      />
    </SourceFormPage>
  );
}
