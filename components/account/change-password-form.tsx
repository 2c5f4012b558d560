'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { NewPasswordFields } from '@/components/invitation/new-password-fields';

/** Changes one's own password, by the one there is. */
export function ChangePasswordForm({
  email,
  minimum,
  ...form
}: FormProps & { email: string; minimum: number }) {
  return (
    <Form {...form} submit="Change password">
      {(answers) => (
        <>
          <Field
            label="Password you have now"
            type="password"
            autoComplete="current-password"
            width="half"
            {...answers.one('present')}
          />
          <NewPasswordFields email={email} minimum={minimum} answers={answers} />
        </>
      )}
    </Form>
  );
}
