import { randomUUID } from 'node:crypto';
import { EvidenceFormPage } from '@/components/evidence/evidence-form-page';
import { WithdrawEvidenceForm } from '@/components/evidence/withdraw-evidence-form';
import { formatInstant } from '@/lib/domain/dates';
import { itemPath } from '@/lib/domain/item';
import { type EvidencePageProps, evidenceAt, evidenceFormTitle } from '@/lib/server/evidence-page';
import { signedIn } from '@/lib/server/session';
import { withdrawEvidenceAction } from './actions';

const TITLE = 'Withdraw evidence';
export const generateMetadata = evidenceFormTitle(TITLE);

export default async function WithdrawEvidencePage({ params }: EvidencePageProps) {
  await signedIn();
  const evidence = await evidenceAt((await params).id);
  const { id, reference, withdrawn } = evidence;
  return (
    <EvidenceFormPage
      title={TITLE}
      evidence={evidence}
      may={evidence.may.withdraw}
      refused={withdrawn && `It was withdrawn on ${formatInstant(withdrawn.at)}.`}
    >
      <WithdrawEvidenceForm
        intro={<p>It stays readable, marked as withdrawn, and no longer counts as evidence.</p>}
        action={withdrawEvidenceAction.bind(null, id, reference)}
        submissionId={randomUUID()}
        cancel={itemPath(reference)}
      />
    </EvidenceFormPage>
  );
}
