import { randomUUID } from 'node:crypto';
import { EvidenceFormPage } from '@/components/evidence/evidence-form-page';
import { RestrictForm } from '@/components/restriction/restrict-form';
import {
  partnersAnd,
  RestrictionExplained,
  restrictionValues,
} from '@/components/restriction/restriction';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { RESTRICTION_CATEGORIES, RESTRICTION_NAMES } from '@/lib/domain/restriction';
import { type EvidencePageProps, evidenceAt, evidenceFormTitle } from '@/lib/server/evidence-page';
import { signedIn } from '@/lib/server/session';
import { restrictEvidenceAction } from './actions';

const TITLE = 'Restrict evidence';
export const generateMetadata = evidenceFormTitle(TITLE);

export default async function RestrictEvidencePage({ params }: EvidencePageProps) {
  const context = await signedIn();
  const evidence = await evidenceAt((await params).id);
  const { organisations } = await getChoices(context);
  const { id, reference } = evidence;
  return (
    <EvidenceFormPage
      title={evidence.restriction ? 'Change the restriction' : TITLE}
      evidence={evidence}
      may={evidence.may.restrict}
    >
      <RestrictForm
        intro={<RestrictionExplained what="this evidence" />}
        action={restrictEvidenceAction.bind(null, id, reference)}
        submissionId={randomUUID()}
        cancel={itemPath(reference)}
        categories={RESTRICTION_CATEGORIES.map((value) => ({
          value,
          label: RESTRICTION_NAMES[value],
        }))}
        organisations={partnersAnd(evidence.restriction, organisations)}
        initial={restrictionValues(evidence.restriction)}
      />
    </EvidenceFormPage>
  );
}
