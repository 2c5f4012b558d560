'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Adds an organisation. */
export function OrganisationForm(form: FormProps) {
  return (
    <Form {...form} submit="Add organisation">
      {(answers) => (
        <>
          <Field label="Name" {...answers.one('name')} />
          <Field
            label="Short name (optional)"
            hint="Where there is little room, for example the letters it is known by"
            width="half"
            {...answers.one('shortName')}
          />
        </>
      )}
    </Form>
  );
}
