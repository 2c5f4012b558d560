'use client';

import type { ButtonVariant } from '@/components/ui/button-look';
import { Form, type FormProps } from './form';
import { safely } from './safe-words';
import { TextArea } from './text-area';

/** A form that asks for a reason and nothing else. */
export function ReasonForm({
  label,
  ...form
}: FormProps & { label: string; submit: string; variant?: ButtonVariant }) {
  return (
    <Form {...form}>
      {(answers) => (
        <TextArea
          label={label}
          hint={safely('Shown in the history.')}
          rows={4}
          {...answers.one('reason')}
        />
      )}
    </Form>
  );
}
