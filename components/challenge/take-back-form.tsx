'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

interface TakeBackFormProps extends FormProps {
  /** The address of the meeting it was acknowledged for. */
  meeting: string;
  challenge: string;
}

/** Why a challenge is open again. */
export function TakeBackForm({ meeting, challenge, ...form }: TakeBackFormProps) {
  return (
    <Form {...form} submit="Take it back">
      {(answers) => (
        <>
          <input type="hidden" name="meeting" value={meeting} />
          <input type="hidden" name="challenge" value={challenge} />
          <TextArea
            label="Reason"
            hint={safely('Kept with the acknowledgement.')}
            rows={3}
            limit={500}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
