'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Who cleared a draft. */
export function ClearForm(form: FormProps) {
  return (
    <Form {...form} submit="Record that it is cleared">
      {(answers) => (
        <>
          <Field
            label="Name"
            hint="Who read the draft and cleared it."
            {...answers.one('clearedBy')}
          />
          <Field
            label="Role"
            hint="As the paper prints it: “Director of public health”."
            {...answers.one('clearedRole')}
          />
        </>
      )}
    </Form>
  );
}
