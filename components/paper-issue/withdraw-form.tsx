'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';

/** Withdraws an issued paper. */
export function WithdrawForm(form: FormProps) {
  return (
    <Form {...form} submit="Withdraw this paper" variant="warning">
      {(answers) => (
        <>
          <TextArea
            label="Why it is withdrawn"
            hint="Everybody who opens its address reads this. Write nothing that identifies a service user."
            rows={3}
            {...answers.one('reason')}
          />
          <Checkboxes
            label="Nothing brings it back"
            options={[
              {
                value: 'yes',
                label: 'I understand that its words and files are removed for good',
                hint: 'The list keeps that it was issued, when, and why it was withdrawn.',
              },
            ]}
            {...answers.many('understood')}
          />
        </>
      )}
    </Form>
  );
}
