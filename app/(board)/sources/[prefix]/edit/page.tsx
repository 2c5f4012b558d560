import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { SourceForm } from '@/components/source/source-form';
import { SourceFormPage } from '@/components/source/source-form-page';
import { sourcePath } from '@/lib/domain/source';
import { signedIn } from '@/lib/server/session';
import { type SourcePageProps, sourceAt } from '@/lib/server/source-page';
import { editSourceAction } from './actions';

const TITLE = 'Change this source';
export const metadata: Metadata = { title: TITLE };

export default async function EditSourcePage({ params }: SourcePageProps) {
  await signedIn();
  const source = await sourceAt((await params).prefix);
  const [year, month] = source.published.split('-');
  return (
    <SourceFormPage title={TITLE} source={source}>
      <SourceForm
        intro={<p>Its prefix stays: references are permanent.</p>}
        action={editSourceAction.bind(null, source.prefix)}
        submissionId={randomUUID()}
        basedOn={source.version}
        cancel={sourcePath(source.prefix)}
        submit="Save source"
        initial={{
          title: source.title,
          publisher: source.publisher,
          year,
          month: month?.replace(/^0/, ''),
        }}
      />
    </SourceFormPage>
  );
}
