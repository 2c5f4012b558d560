import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { QuestionForm } from '@/components/question/question-form';
import { Inset } from '@/components/ui/inset';
import { Prose } from '@/components/ui/prose';
import { itemPath } from '@/lib/domain/item';
import { refuseQuestionStep } from '@/lib/domain/question';
import { itemFormTitle } from '@/lib/server/item-page';
import { type QuestionPageProps, questionAt } from '@/lib/server/question-page';
import { signedIn } from '@/lib/server/session';
import { answerQuestionAction } from './actions';

const TITLE = 'Answer a question';
export const generateMetadata = itemFormTitle(TITLE);

export default async function AnswerQuestionPage({ params }: QuestionPageProps) {
  await signedIn();
  const { item, question } = await questionAt(params);
  const { lifecycle, reference } = item;
  const refused = refuseQuestionStep('answer', { state: question.state, lifecycle });
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may
      refused={
        refused ?? (question.mayAnswer ? null : `Whoever owns ${reference} answers what is asked.`)
      }
    >
      <QuestionForm
        intro={
          <Inset>
            <Prose text={question.words} />
          </Inset>
        }
        question={question.number}
        name="words"
        label="Your answer"
        hint={
          question.state === 'answered'
            ? 'It stands in the place of the answer before, which stays in the history.'
            : 'Everybody who may see the question reads it.'
        }
        initial={{ words: question.answers.at(-1)?.words }}
        submit="Save the answer"
        action={answerQuestionAction.bind(null, reference)}
        submissionId={randomUUID()}
        cancel={itemPath(reference)}
      />
    </ItemFormPage>
  );
}
