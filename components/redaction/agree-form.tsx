'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';

/** Agrees to a redaction, which is then done. */
export function AgreeForm(form: FormProps) {
  return (
    <Form {...form} submit="Agree and redact" pendingLabel="Redacting…" variant="warning">
      {(answers) => (
        <Checkboxes
          label="This cannot be undone"
          options={[
            {
              value: 'yes',
              label: 'I have read what goes, and understand that nobody can restore it',
            },
          ]}
          {...answers.many('understood')}
        />
      )}
    </Form>
  );
}
