'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';

/** Asks whoever is signed in for their password again. `to` is the page that needs it. */
export function ProofForm({
  to,
  email,
  asksCode,
  ...form
}: FormProps & {
  to: string;
  email: string;
  /** They have a second step. */
  asksCode: boolean;
}) {
  return (
    <Form {...form} initial={{ to }} submit="Go on" pendingLabel="Checking…">
      {(answers) => (
        <>
          <input type="hidden" name="to" defaultValue={answers.one('to').defaultValue} />
          {/* So that a password manager knows whose it is. */}
          <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
          <Field
            label="Your password"
            type="password"
            autoComplete="current-password"
            width="half"
            {...answers.one('password')}
          />
          {asksCode && (
            <Field
              label="Code"
              hint="Six digits from your authenticator app, or a recovery code"
              width="short"
              autoComplete="one-time-code"
              spellCheck={false}
              {...answers.one('code')}
            />
          )}
        </>
      )}
    </Form>
  );
}
