'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { NewPasswordFields } from './new-password-fields';

/** Chooses a password. */
export function PasswordForm({
  email,
  minimum,
  ...form
}: FormProps & { email: string; minimum: number }) {
  return (
    <Form {...form} submit="Save password">
      {(answers) => <NewPasswordFields email={email} minimum={minimum} answers={answers} />}
    </Form>
  );
}
