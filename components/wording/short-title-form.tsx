'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { WhyField } from './why-field';

/** What the board calls a recommendation or a commitment. */
export function ShortTitleForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save short title">
      {(answers) => (
        <>
          <Field
            label="Short title"
            hint="A line that registers and papers can print."
            limit={120}
            {...answers.one('shortTitle')}
          />
          <WhyField answers={answers} />
        </>
      )}
    </Form>
  );
}
