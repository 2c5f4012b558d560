'use client';

import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Asks the board for a later date. */
export function ExtensionForm(form: FormProps) {
  return (
    <Form {...form} initial={{ scheduling: 'due' }} submit="Propose this extension">
      {(answers) => (
        <>
          <Radios
            label="What you propose"
            options={[
              { value: 'due', label: 'A later due date' },
              { value: 'ongoing', label: 'No due date: it is ongoing, with a day to review it' },
            ]}
            {...answers.one('scheduling')}
          />
          <DateInput
            label="New due date"
            hint="For a later due date, for example 31 3 2027"
            {...answers.date('due')}
          />
          <DateInput
            label="Review date"
            hint="For what is ongoing, for example 31 3 2027"
            {...answers.date('review')}
          />
          <TextArea
            label="Why more time is needed"
            hint={safely('The board reads this when it decides.')}
            rows={5}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
