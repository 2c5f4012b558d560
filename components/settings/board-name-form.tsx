'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';

/** What the board is called, and where it is. */
export function BoardNameForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save settings">
      {(answers) => (
        <>
          <Field
            label="Name of the board"
            hint="As it stands at the top of every page and paper."
            limit={120}
            {...answers.one('name')}
          />
          <TextArea
            label="Areas (optional)"
            hint="The places the board serves, one a line."
            rows={6}
            {...answers.one('areas')}
          />
        </>
      )}
    </Form>
  );
}
