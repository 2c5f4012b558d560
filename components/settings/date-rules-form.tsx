'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';

/** The numbers that dates are worked out with. */
export function DateRulesForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save settings">
      {(answers) => (
        <>
          <Field
            label="Updates due"
            hint="Working days before a meeting"
            width="short"
            inputMode="numeric"
            {...answers.one('updatesDueDays')}
          />
          <Field
            label="Papers issued"
            hint="Clear working days before a meeting: neither the day of issue nor that of the meeting counts"
            width="short"
            inputMode="numeric"
            {...answers.one('papersIssuedDays')}
          />
          <Field
            label="Due soon"
            hint="Days before its due date from which an action is due soon"
            width="short"
            inputMode="numeric"
            {...answers.one('dueSoonDays')}
          />
          <Field
            label="Evidence reviewed"
            hint="Months after evidence was added, where nobody chose another day"
            width="short"
            inputMode="numeric"
            {...answers.one('reviewMonths')}
          />
        </>
      )}
    </Form>
  );
}
