'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import type { ChoiceOption } from '@/components/forms/choice';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

interface AcknowledgeFormProps extends FormProps {
  /** The address of the meeting it is for. */
  meeting: string;
  options: readonly ChoiceOption[];
  chosen: readonly string[];
}

/** Which challenges the board is told are known, and why: one reason for all of them. */
export function AcknowledgeForm({ meeting, options, chosen, ...form }: AcknowledgeFormProps) {
  return (
    <Form {...form} initial={{ challenges: chosen }} submit="Acknowledge">
      {(answers) => (
        <>
          <input type="hidden" name="meeting" value={meeting} />
          <Checkboxes label="Challenges" options={options} {...answers.many('challenges')} />
          <TextArea
            label="Reason"
            hint={safely('Shown beside each, with your name.')}
            rows={3}
            limit={500}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
