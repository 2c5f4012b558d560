import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { QuestionFilters } from '@/components/question/question-filters';
import { QuestionList } from '@/components/question/question-list';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { listQuestions } from '@/lib/data/questions-view';
import { QUESTION_PAGE_SIZE, questionQuerySchema, questionsAddress } from '@/lib/domain/question';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), 'Questions') };
}

export default async function QuestionsPage({ searchParams }: ReadingProps) {
  await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const query = questionQuerySchema.parse(await searchParams);
  const view = await listQuestions(context, query);
  const filtered = Boolean(query.state ?? query.mine ?? query.meeting);
  return (
    <AsAtPage
      moment={{ ...at, address: questionsAddress(query) }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title="Questions"
          lead={
            <p>
              What members ask before a meeting, and what the owners answer. A question is asked on
              the page of a recommendation, a commitment or a local action.
            </p>
          }
        />
      }
    >
      <QuestionFilters view={view} />
      {view.total === 0 ? (
        <EmptyState title={filtered ? 'No question matches these filters' : 'No question yet'} />
      ) : (
        <>
          <QuestionList questions={view.questions} about />
          <Pagination
            page={view.page}
            pages={view.pages}
            pageSize={QUESTION_PAGE_SIZE}
            total={view.total}
            href={(page) => questionsAddress({ ...query, page })}
          />
        </>
      )}
    </AsAtPage>
  );
}
