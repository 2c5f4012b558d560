import { ImportStepPage } from '@/components/import/import-page';
import { QuestionsForm } from '@/components/import/questions-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { ImportQuestion } from '@/lib/domain/import-model';
import { stepPath } from '@/lib/domain/import-path';
import { questionField } from '@/lib/domain/import-question-names';
import { doneNotice } from '@/lib/server/done';
import { type ImportPageProps, importAt } from '@/lib/server/import-page';
import { answersAction } from './actions';

const TITLE = 'What the file leaves open';
export const metadata = { title: TITLE };

export default async function QuestionsPage({ params, searchParams }: ImportPageProps) {
  const { upload, reading } = await importAt((await params).id);
  const { setup, version, id } = upload;
  const shown = (question: ImportQuestion) => ({
    ...question,
    name: `answers.${questionField(question.key)}`,
    answer: setup.answers[question.key] ?? null,
  });
  const open = reading.questions.filter(({ understood }) => understood === null).map(shown);
  const understood = reading.questions.filter((one) => one.understood !== null).map(shown);
  const waiting = open.filter(({ answer }) => answer === null).length;
  return (
    <ImportStepPage
      upload={upload}
      step="questions"
      done={await doneNotice(searchParams)}
      title={TITLE}
      lead={
        open.length > 0 ? (
          <p>
            {waiting === 0
              ? 'Everything is answered.'
              : `${waiting} ${waiting === 1 ? 'question waits' : 'questions wait'} for an answer.`}{' '}
            Each is asked once for all rows that say the same. Rows that wait for an answer cannot
            be imported.
          </p>
        ) : undefined
      }
    >
      {reading.questions.length === 0 ? (
        <>
          <EmptyState title="There is nothing to ask: the file is understood as it is." />
          <p>
            <LinkButton href={stepPath(id, 'rows')}>Look at the rows</LinkButton>
          </p>
        </>
      ) : (
        <QuestionsForm
          key={version}
          open={open}
          understood={understood}
          action={answersAction.bind(null, id)}
          basedOn={version}
          intro={
            open.some(({ about }) => about === 'owner') ? (
              <p className="measure">
                Somebody is missing from the list?{' '}
                <TextLink href={`/people/new?to=${encodeURIComponent(stepPath(id, 'questions'))}`}>
                  Add a person
                </TextLink>{' '}
                first.
              </p>
            ) : undefined
          }
        />
      )}
    </ImportStepPage>
  );
}
