'use client';

import type { ButtonLook } from '@/components/ui/button';
import { Field } from './field';
import { Form, type FormProps } from './form';
import { safely } from './safe-words';

/** A form that asks for a reason and nothing else. */
export function ReasonForm({
  label,
  ...form
}: FormProps & { label: string; submit: string; look?: ButtonLook }) {
  return (
    <Form {...form}>
      {(answers) => (
        <Field
          label={label}
          hint={safely('Shown in the history.')}
          rows={4}
          {...answers.one('reason')}
        />
      )}
    </Form>
  );
}
