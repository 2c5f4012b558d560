'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Withdraws an issued paper. */
export function WithdrawForm(form: FormProps) {
  return (
    <Form {...form} submit="Withdraw this paper" variant="warning">
      {(answers) => (
        <>
          <TextArea
            label="Why it is withdrawn"
            hint={safely('Everybody who opens its address reads this.')}
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
