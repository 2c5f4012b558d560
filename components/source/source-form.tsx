'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';

interface SourceFormProps extends FormProps {
  initial?: FormValues;
  submit: string;
  /** A new source: its prefix is asked for, and stays for good. */
  fresh?: boolean;
}

/** A document whose recommendations are tracked. */
export function SourceForm({ fresh, ...form }: SourceFormProps) {
  return (
    <Form {...form}>
      {(answers) => (
        <>
          <Field
            label="Title"
            hint="For example, Exampleshire needs assessment."
            limit={200}
            {...answers.one('title')}
          />
          <Field label="Published by" limit={200} {...answers.one('publisher')} />
          <Field
            label="Month it was published (optional)"
            hint="For example, 7 or July"
            width="short"
            {...answers.one('month')}
          />
          <Field
            label="Year it was published"
            inputMode="numeric"
            width="short"
            {...answers.one('year')}
          />
          {fresh ? (
            <Field
              label="Prefix"
              hint="One to three letters that its references begin with: N makes N1, N2, N3. It cannot be changed later. A, C and R are taken."
              width="short"
              spellCheck={false}
              {...answers.one('prefix')}
            />
          ) : null}
        </>
      )}
    </Form>
  );
}
