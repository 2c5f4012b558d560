'use client';

import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';

/** Adds a dated reading of the success measure. */
export function ReadingForm(form: FormProps) {
  return (
    <Form {...form} submit="Add reading">
      {(answers) => (
        <>
          <Field
            label="What was measured"
            hint={safely('The figure with its unit, for example 62%.')}
            width="half"
            {...answers.one('value')}
          />
          <DateInput
            label="Date of the reading"
            hint="The day it holds for, for example 30 6 2026"
            {...answers.date('readOn')}
          />
          <Field label="Note (optional)" hint={SAFE_WORDS} {...answers.one('note')} />
        </>
      )}
    </Form>
  );
}
