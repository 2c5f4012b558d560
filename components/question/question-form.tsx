'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import type { ButtonVariant } from '@/components/ui/button-look';

/** One box of words: a question, its answer, or why it is withdrawn. */
export function QuestionForm({
  question,
  name,
  label,
  hint,
  ...form
}: FormProps & {
  /** Its number, where there is one already. */
  question?: number;
  name: 'words' | 'reason';
  label: string;
  hint: string;
  initial?: FormValues;
  submit: string;
  variant?: ButtonVariant;
}) {
  return (
    <Form {...form}>
      {(answers) => (
        <>
          {question !== undefined && <input type="hidden" name="question" value={question} />}
          <TextArea label={label} hint={safely(hint)} rows={5} {...answers.one(name)} />
        </>
      )}
    </Form>
  );
}
