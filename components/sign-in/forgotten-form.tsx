'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Asks for a link to choose a new password. */
export function ForgottenForm(form: FormProps) {
  return (
    <Form
      {...form}
      submit="Send a link"
      pendingLabel="Sending…"
      intro={
        <p className="measure">
          Enter the email address you sign in with. We send a link by which you choose a new
          password; it works once, for one hour.
        </p>
      }
    >
      {(answers) => (
        <Field
          label="Email address"
          type="email"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          width="half"
          {...answers.one('email')}
        />
      )}
    </Form>
  );
}
