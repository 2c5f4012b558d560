'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Takes back what has not been decided. @param proposal its number */
export function WithdrawProposalForm({ proposal, ...form }: FormProps & { proposal: number }) {
  return (
    <Form {...form} submit="Withdraw this proposal" variant="warning">
      {(answers) => (
        <>
          <input type="hidden" name="proposal" value={proposal} />
          <TextArea
            label="Why it is withdrawn"
            hint={safely('Shown in the history.')}
            rows={4}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
