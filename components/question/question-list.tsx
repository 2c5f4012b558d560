import type { QuestionView } from '@/lib/domain/question-view';
import { QuestionEntry } from './question-entry';

/** Questions, one under the other. */
export function QuestionList({
  questions,
  about,
}: {
  questions: readonly QuestionView[];
  about?: boolean;
}) {
  return (
    <ol className="border-t border-line">
      {questions.map((question) => (
        <li
          key={`${question.item.reference} ${question.number}`}
          className="border-b border-line py-5"
        >
          <QuestionEntry question={question} about={about} />
        </li>
      ))}
    </ol>
  );
}
