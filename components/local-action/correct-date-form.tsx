'use client';

import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Puts right a first due date that was mistyped. */
export function CorrectDateForm(form: FormProps) {
  return (
    <Form {...form} submit="Correct the date">
      {(answers) => (
        <>
          <DateInput
            label="Due date that was meant"
            hint="For example 31 3 2027"
            {...answers.date('due')}
          />
          <TextArea
            label="What was mistyped"
            hint={safely('Shown in the history.')}
            rows={3}
            {...answers.one('words')}
          />
        </>
      )}
    </Form>
  );
}
