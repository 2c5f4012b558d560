'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { RedactableView } from '@/lib/domain/redaction-view';

/** Asks for the redaction of some texts of one entry. */
export function RequestForm({
  redactable,
  ...form
}: FormProps & { redactable: Pick<RedactableView, 'code' | 'fields'> }) {
  return (
    <Form {...form} submit="Ask for the redaction">
      {(answers) => (
        <>
          <input type="hidden" name="subject" value={redactable.code} />
          <Checkboxes
            label="What is to be redacted"
            hint="Each as a whole. The same text elsewhere in the same record goes with it."
            options={redactable.fields.map(({ column, label, value }) => ({
              value: column,
              label,
              hint: value ?? 'All of its bytes: nobody can download it then',
            }))}
            {...answers.many('columns')}
          />
          <TextArea
            label="Why"
            hint={safely(
              'Everybody who sees the record can read this for good, so do not repeat what is to go: “It named a service user.”',
            )}
            rows={3}
            limit={1000}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
