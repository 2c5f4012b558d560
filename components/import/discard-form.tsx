'use client';

import { Form, type FormProps } from '@/components/forms/form';

/** Throws away a file that waits. */
export function DiscardForm(form: FormProps) {
  return (
    <Form {...form} submit="Discard this file" variant="warning">
      {() => null}
    </Form>
  );
}
