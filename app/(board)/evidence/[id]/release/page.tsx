import { randomUUID } from 'node:crypto';
import { EvidenceFormPage } from '@/components/evidence/evidence-form-page';
import { ReleaseForm } from '@/components/restriction/release-form';
import { RestrictionStands } from '@/components/restriction/restriction';
import { itemPath } from '@/lib/domain/item';
import { type EvidencePageProps, evidenceAt, evidenceFormTitle } from '@/lib/server/evidence-page';
import { signedIn } from '@/lib/server/session';
import { releaseEvidenceAction } from './actions';

const TITLE = 'Release evidence';
export const generateMetadata = evidenceFormTitle(TITLE);

export default async function ReleaseEvidencePage({ params }: EvidencePageProps) {
  await signedIn();
  const evidence = await evidenceAt((await params).id);
  const { id, reference, restriction } = evidence;
  return (
    <EvidenceFormPage
      title={TITLE}
      evidence={evidence}
      may={evidence.may.restrict}
      refused={restriction ? null : 'It is not restricted.'}
    >
      <ReleaseForm
        intro={restriction ? <RestrictionStands restriction={restriction} /> : null}
        action={releaseEvidenceAction.bind(null, id, reference)}
        submissionId={randomUUID()}
        cancel={itemPath(reference)}
      />
    </EvidenceFormPage>
  );
}
