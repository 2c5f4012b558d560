'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';

/** The sections of draft minutes, each a heading and its words. */
export function MinutesForm({ rows, ...form }: FormProps & { rows: number; initial: FormValues }) {
  return (
    <Form {...form} submit="Save minutes">
      {(answers) => (
        <>
          <p className="measure text-muted">
            A section without words is left out. Everybody reads minutes, so name nothing that is
            restricted. {SAFE_WORDS}
          </p>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the form.
            <fieldset key={row} className="space-y-4 border-t border-line pt-4">
              <legend className="sr-only">Section {row + 1}</legend>
              <Field
                label={`Heading of section ${row + 1}`}
                width="half"
                {...answers.one(`sections[${row}].heading`)}
              />
              <TextArea
                label={`Words of section ${row + 1}`}
                rows={5}
                {...answers.one(`sections[${row}].words`)}
              />
            </fieldset>
          ))}
        </>
      )}
    </Form>
  );
}
