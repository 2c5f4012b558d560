'use client';

import { Form, type FormProps } from '@/components/forms/form';

/** A button that does what its page says. */
export function ConfirmForm(form: FormProps & { submit: string }) {
  return (
    <Form {...form} variant="warning">
      {() => null}
    </Form>
  );
}
