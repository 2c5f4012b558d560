import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ProposalSummary } from '@/components/proposal/proposal-summary';
import { WithdrawProposalForm } from '@/components/proposal/withdraw-proposal-form';
import { Inset } from '@/components/ui/inset';
import { itemPath } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { pendingOf, stageOf } from '@/lib/server/proposal-page';
import { signedIn } from '@/lib/server/session';
import { withdrawProposalAction } from './actions';

const TITLE = 'Withdraw a proposal';
export const generateMetadata = itemFormTitle(TITLE);

export default async function WithdrawProposalPage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const refused = refuseStep(stageOf(item), 'withdrawProposal');
  const pending = pendingOf(item);
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={refused !== null || pending?.mayWithdraw === true}
      refused={refused}
    >
      {pending && (
        <WithdrawProposalForm
          intro={
            <Inset>
              <ProposalSummary proposal={pending} />
            </Inset>
          }
          proposal={pending.number}
          action={withdrawProposalAction.bind(null, item.reference)}
          submissionId={randomUUID()}
          cancel={itemPath(item.reference)}
        />
      )}
    </ItemFormPage>
  );
}
