'use client';

import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import type { DeadlineRule } from '@/lib/domain/meeting';

interface MeetingFormProps extends FormProps {
  initial?: FormValues;
  rule: DeadlineRule;
  submit: string;
  /** A past meeting keeps its dates: there are no boxes for them. */
  datesStay?: boolean;
}

/** When and where the board meets; the two deadlines only where the board's rule does not fit. */
export function MeetingForm({ rule, datesStay, ...form }: MeetingFormProps) {
  return (
    <Form {...form}>
      {(answers) => (
        <>
          {datesStay ? null : (
            <DateInput
              label="Date"
              hint="A meeting that was held before can be added too"
              {...answers.date('date')}
            />
          )}
          <Field
            label="Starts at"
            hint="For example, 14:00 or 2.30pm"
            width="short"
            {...answers.one('startsAt')}
          />
          <Field label="Venue" limit={200} {...answers.one('venue')} />
          {datesStay ? null : (
            <>
              <DateInput
                label="Updates due (optional)"
                hint={`Leave empty for ${rule.updatesDueDays} working days before the meeting`}
                {...answers.date('updatesDue')}
              />
              <DateInput
                label="Papers issued (optional)"
                hint={`Leave empty for ${rule.papersIssuedDays} clear working days before the meeting`}
                {...answers.date('papersIssued')}
              />
            </>
          )}
        </>
      )}
    </Form>
  );
}
