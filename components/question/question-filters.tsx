import { formatDate } from '@/lib/domain/dates';
import {
  QUESTION_STATE_NAMES,
  QUESTION_STATES,
  QUESTIONS_PATH,
  questionsAddress,
} from '@/lib/domain/question';
import type { QuestionsView } from '@/lib/domain/question-view';
import { KeptMoment } from '../as-at/kept-moment';
import { Select } from '../forms/select';
import { Button } from '../ui/button';
import { TextLink } from '../ui/text-link';

/** Narrows the list of questions. One plain GET form. */
export function QuestionFilters({ view }: { view: QuestionsView }) {
  const { state, mine, meeting } = view.query;
  const active = state !== undefined || mine !== undefined || meeting !== undefined;
  return (
    <form
      // Drawn anew for another state: a select once changed would stay so while the address moves on.
      key={questionsAddress(view.query)}
      method="get"
      action={QUESTIONS_PATH}
      aria-label="Filters"
      className="flex flex-wrap items-end gap-5 print:hidden"
    >
      <KeptMoment />
      <Select
        name="mine"
        label="Whose"
        empty="Everybody’s"
        options={[
          { value: 'answer', label: 'Waiting for my answer' },
          { value: 'asked', label: 'Asked by me' },
        ]}
        defaultValue={mine}
      />
      <Select
        name="state"
        label="Answered or not"
        empty="All"
        options={QUESTION_STATES.map((value) => ({ value, label: QUESTION_STATE_NAMES[value] }))}
        defaultValue={state}
      />
      <Select
        name="meeting"
        label="For the meeting of"
        empty="Any"
        options={view.meetings.map(({ slug, date, count }) => ({
          value: slug,
          label: `${formatDate(date)} (${count})`,
        }))}
        defaultValue={meeting}
      />
      <Button variant="secondary">Apply filters</Button>
      {active && (
        <p className="pb-2.5">
          <TextLink href={QUESTIONS_PATH}>Clear filters</TextLink>
        </p>
      )}
    </form>
  );
}
