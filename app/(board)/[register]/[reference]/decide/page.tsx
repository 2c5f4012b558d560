import { randomUUID } from 'node:crypto';
import { DelegatedForm } from '@/components/decision/delegated-form';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ProposalSummary } from '@/components/proposal/proposal-summary';
import { Inset } from '@/components/ui/inset';
import { getChoices } from '@/lib/data/choices';
import { itemPath } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { pendingOf, stageOf } from '@/lib/server/proposal-page';
import { signedIn } from '@/lib/server/session';
import { decideAction } from './actions';

const TITLE = 'Record a delegated decision';
export const generateMetadata = itemFormTitle(TITLE);

export default async function DecidePage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const refused = refuseStep(stageOf(item), 'decide');
  const pending = pendingOf(item);
  const { people } = await getChoices(context);
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={refused !== null || item.may.decide}
      refused={refused}
    >
      {pending && (
        <DelegatedForm
          intro={
            <>
              <p className="measure">
                For what was decided between meetings by somebody to whom the board gave that power.
                It is reported to the next meeting. What a meeting decided is recorded on that
                meeting’s own page.
              </p>
              <Inset>
                <ProposalSummary proposal={pending} />
              </Inset>
            </>
          }
          proposal={pending.number}
          people={people}
          action={decideAction.bind(null, item.reference)}
          submissionId={randomUUID()}
          cancel={itemPath(item.reference)}
        />
      )}
    </ItemFormPage>
  );
}
