'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Signs somebody in; `to` is where they were going. */
export function SignInForm({ to, ...form }: FormProps & { to?: string }) {
  return (
    <Form {...form} initial={{ to }} submit="Sign in" pendingLabel="Signing in…">
      {(answers) => (
        <>
          <input type="hidden" name="to" defaultValue={answers.one('to').defaultValue} />
          <Field
            label="Email address"
            type="email"
            autoComplete="username"
            inputMode="email"
            spellCheck={false}
            width="half"
            {...answers.one('email')}
          />
          <Field
            label="Password"
            type="password"
            autoComplete="current-password"
            width="half"
            {...answers.one('password')}
          />
        </>
      )}
    </Form>
  );
}
