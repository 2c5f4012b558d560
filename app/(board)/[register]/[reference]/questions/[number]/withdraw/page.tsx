import { randomUUID } from 'node:crypto';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { QuestionForm } from '@/components/question/question-form';
import { Inset } from '@/components/ui/inset';
import { Prose } from '@/components/ui/prose';
import { itemPath } from '@/lib/domain/item';
import { refuseQuestionStep } from '@/lib/domain/question';
import { itemFormTitle } from '@/lib/server/item-page';
import { type QuestionPageProps, questionAt } from '@/lib/server/question-page';
import { signedIn } from '@/lib/server/session';
import { withdrawQuestionAction } from './actions';

const TITLE = 'Withdraw a question';
export const generateMetadata = itemFormTitle(TITLE);

export default async function WithdrawQuestionPage({ params }: QuestionPageProps) {
  await signedIn();
  const { item, question } = await questionAt(params);
  const { lifecycle, reference } = item;
  const refused = refuseQuestionStep('withdraw', { state: question.state, lifecycle });
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may
      refused={refused ?? (question.mayWithdraw ? null : ROLE_REFUSES)}
    >
      <QuestionForm
        intro={
          <Inset>
            <Prose text={question.words} />
          </Inset>
        }
        question={question.number}
        name="reason"
        label="Why it is withdrawn"
        hint="The question stays in the history, with your reason."
        submit="Withdraw this question"
        variant="warning"
        action={withdrawQuestionAction.bind(null, reference)}
        submissionId={randomUUID()}
        cancel={itemPath(reference)}
      />
    </ItemFormPage>
  );
}
