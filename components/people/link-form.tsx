'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { MadeLink } from './made-link';

/** Makes a new link by which somebody chooses a password. */
export function LinkForm({
  email,
  invited,
  ...form
}: FormProps & {
  email: string;
  /** They have no password yet. */
  invited: boolean;
}) {
  return (
    <Form
      {...form}
      submit={invited ? 'Send the invitation again' : 'Make a password link'}
      pendingLabel="Making it…"
      reveal={(shown) => <MadeLink shown={shown} back={form.cancel ?? '/people'} />}
      intro={
        <p className="measure">
          A new link for {email}. Any link they have now stops working.{' '}
          {invited
            ? ''
            : 'Make sure that it is they who ask. Their present password works until they choose another.'}
        </p>
      }
    >
      {() => null}
    </Form>
  );
}
