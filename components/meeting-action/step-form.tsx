'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** One step of a meeting action, with what was done or why. */
export function StepForm({ label, ...form }: FormProps & { label: string; submit: string }) {
  return (
    <Form {...form}>
      {(answers) => (
        <TextArea
          label={label}
          hint={safely('Shown with the action.')}
          rows={3}
          limit={500}
          {...answers.one('words')}
        />
      )}
    </Form>
  );
}
