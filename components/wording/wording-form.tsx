'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { WhyField } from './why-field';

/** The words of a recommendation that was copied by hand. */
export function WordingForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save wording">
      {(answers) => (
        <>
          <Field
            label="Short title"
            hint="A line that registers and papers can print."
            limit={120}
            {...answers.one('shortTitle')}
          />
          <TextArea
            label="The recommendation, word for word"
            hint={SAFE_WORDS}
            rows={8}
            {...answers.one('text')}
          />
          <WhyField answers={answers} />
        </>
      )}
    </Form>
  );
}
