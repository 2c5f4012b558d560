'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Chooses a password. The address is there for password managers, and cannot be changed. */
export function PasswordForm({
  email,
  minimum,
  ...form
}: FormProps & { email: string; minimum: number }) {
  return (
    <Form {...form} submit="Save password">
      {(answers) => (
        <>
          <input name="username" autoComplete="username" defaultValue={email} readOnly hidden />
          <Field
            label="Password"
            hint={`${minimum} characters or more. Three or four words that do not belong together are easy to remember.`}
            type="password"
            autoComplete="new-password"
            width="half"
            {...answers.one('password')}
          />
          <Field
            label="Password again"
            type="password"
            autoComplete="new-password"
            width="half"
            {...answers.one('again')}
          />
        </>
      )}
    </Form>
  );
}
