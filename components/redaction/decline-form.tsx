'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Declines a request; whoever asked for it withdraws it. */
export function DeclineForm({ isMine, ...form }: FormProps & { isMine: boolean }) {
  return (
    <Form {...form} submit={isMine ? 'Withdraw the request' : 'Decline'} variant="secondary">
      {(answers) => (
        <TextArea
          label={isMine ? 'Why (optional)' : 'Why not'}
          hint={safely('Kept with the request.')}
          rows={3}
          limit={1000}
          {...answers.one('reason')}
        />
      )}
    </Form>
  );
}
