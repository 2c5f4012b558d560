import { FormPage } from '@/components/forms/form-page';
import { DiscardForm } from '@/components/import/discard-form';
import { IMPORT_PATH, stepPath } from '@/lib/domain/import-path';
import { type ImportPageProps, waitingFile } from '@/lib/server/import-page';
import { signedIn } from '@/lib/server/session';
import { discardAction } from './actions';

const TITLE = 'Discard this file';
export const metadata = { title: TITLE };

export default async function DiscardPage({ params }: ImportPageProps) {
  const { id, fileName } = await waitingFile(await signedIn(), (await params).id);
  return (
    <FormPage
      title={TITLE}
      caption={fileName}
      crumbs={[
        { href: IMPORT_PATH, label: 'Import' },
        { href: stepPath(id, 'rows'), label: fileName },
      ]}
    >
      <DiscardForm
        action={discardAction.bind(null, id)}
        cancel={stepPath(id, 'rows')}
        intro={
          <p>
            What was settled about its columns, questions and rows goes with it. The register stays
            as it is, and the file can be given again.
          </p>
        }
      />
    </FormPage>
  );
}
