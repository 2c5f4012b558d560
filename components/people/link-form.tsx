'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { MadeLink } from './made-link';

/** Makes a new link by which somebody chooses a password, or says again where they sign in. */
export function LinkForm({
  email,
  invited,
  passwords,
  ...form
}: FormProps & {
  email: string;
  /** They have no password yet. */
  invited: boolean;
  /** Whether people sign in with passwords here. */
  passwords: boolean;
}) {
  return (
    <Form
      {...form}
      submit={invited ? 'Send the invitation again' : 'Make a password link'}
      pendingLabel="Making it…"
      reveal={(shown) => <MadeLink shown={shown} back={form.cancel ?? '/people'} />}
      intro={
        <p className="measure">
          {passwords
            ? `A new link for ${email}. Any link they have now stops working.`
            : `For ${email}, who signs in with the account of their own organisation: passwords are switched off.`}
          {invited
            ? ''
            : ' Make sure that it is they who ask. Their present password works until they choose another.'}
        </p>
      }
    >
      {() => null}
    </Form>
  );
}
