import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { DecisionEntry } from '@/components/decision/decision-entry';
import { SupersedeForm } from '@/components/decision/supersede-form';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { Inset } from '@/components/ui/inset';
import { getBoard } from '@/lib/data/board';
import { getChoices } from '@/lib/data/choices';
import { decisionPath } from '@/lib/domain/decision';
import { type DecisionPageProps, decisionAt } from '@/lib/server/decision-page';
import { signedIn } from '@/lib/server/session';
import { supersedeDecisionAction } from './actions';

const TITLE = 'Supersede a decision';

export async function generateMetadata({ params }: DecisionPageProps): Promise<Metadata> {
  return { title: `${TITLE}: ${(await decisionAt((await params).id)).minuteReference}` };
}

export default async function SupersedePage({ params }: DecisionPageProps) {
  const context = await signedIn();
  const decision = await decisionAt((await params).id);
  const [{ people }, board] = await Promise.all([getChoices(context), getBoard(context)]);
  const back = decisionPath(decision.id);
  const superseded = decision.supersededBy
    ? `It is superseded already, by ${decision.supersededBy.minuteReference}.`
    : null;
  return (
    <FormPage
      title={TITLE}
      caption={decision.minuteReference}
      crumbs={[
        { href: '/meetings', label: 'Meetings' },
        { href: back, label: decision.minuteReference },
      ]}
      refused={superseded ?? (decision.mayDecide ? null : ROLE_REFUSES)}
      back={{ href: back, label: 'Back to the decision' }}
    >
      <SupersedeForm
        intro={
          <Inset>
            <DecisionEntry decision={decision} about />
          </Inset>
        }
        decision={decision}
        people={people}
        ragKey={board.ragKey[decision.item?.kind ?? 'local_action']}
        action={supersedeDecisionAction.bind(null, decision.id)}
        submissionId={randomUUID()}
        basedOn={decision.basedOn}
        cancel={back}
      />
    </FormPage>
  );
}
