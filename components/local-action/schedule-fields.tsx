import { DateInput } from '@/components/forms/date-input';
import { Radios } from '@/components/forms/radios';
import type { Answers } from '@/components/forms/values';

/** Due on a day, or ongoing with a day to look again. Both dates stand open without JavaScript. */
export function ScheduleFields({ answers }: { answers: Answers }) {
  return (
    <>
      <Radios
        label="When it is done"
        options={[
          { value: 'due', label: 'By a due date' },
          { value: 'ongoing', label: 'It is ongoing, with a day to review it' },
        ]}
        {...answers.one('scheduling')}
      />
      <DateInput
        label="Due date"
        hint="For what has a due date, for example 31 3 2027"
        {...answers.date('due')}
      />
      <DateInput
        label="Review date"
        hint="For what is ongoing, for example 31 3 2027"
        {...answers.date('review')}
      />
    </>
  );
}
