'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { WhyField } from '@/components/wording/why-field';

/** Another name for a grouping. */
export function RenameForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save name">
      {(answers) => (
        <>
          <Field label="Name" limit={300} {...answers.one('name')} />
          <WhyField answers={answers} label="Why it is renamed" />
        </>
      )}
    </Form>
  );
}
