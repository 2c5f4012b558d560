'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** One code: of an authenticator app, or a recovery code. `to` is where they were going. */
export function CodeForm({
  to,
  submit,
  hint,
  ...form
}: FormProps & { to?: string; submit: string; hint: string }) {
  return (
    <Form {...form} initial={{ to }} submit={submit} pendingLabel="Checking…">
      {(answers) => (
        <>
          <input type="hidden" name="to" defaultValue={answers.one('to').defaultValue} />
          <Field
            label="Code"
            hint={hint}
            width="short"
            autoComplete="one-time-code"
            spellCheck={false}
            {...answers.one('code')}
          />
        </>
      )}
    </Form>
  );
}
