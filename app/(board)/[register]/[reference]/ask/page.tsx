import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { QuestionForm } from '@/components/question/question-form';
import { itemPath } from '@/lib/domain/item';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { askQuestionAction } from './actions';

const TITLE = 'Ask a question';
export const generateMetadata = itemFormTitle(TITLE);

export default async function AskQuestionPage({ params }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  return (
    <ItemFormPage title={TITLE} item={item} may={item.may.ask}>
      <QuestionForm
        intro={
          <p className="measure">
            {item.owner
              ? `${item.owner.name} owns ${item.reference} and is asked to answer before the next meeting.`
              : `Nobody owns ${item.reference} yet. Whoever comes to own it is asked to answer before the next meeting.`}
          </p>
        }
        name="words"
        label="Your question"
        hint="Everybody who may see it reads your question and the answer."
        submit="Ask this question"
        action={askQuestionAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
