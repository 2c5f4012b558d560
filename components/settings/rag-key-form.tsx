'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { RAG_NAMES } from '@/lib/domain/rag';

const STATUSES = ['red', 'amber', 'green', 'blue'] as const;

/** The board's own words for each status of each kind. */
export function RagKeyForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save RAG key">
      {(answers) => (
        <>
          {ITEM_KINDS.map((kind) => (
            <fieldset key={kind} className="space-y-5">
              <legend className="text-xl font-bold">{KIND_NAMES[kind].many}</legend>
              {STATUSES.map((status) => (
                <Field
                  key={status}
                  label={`${RAG_NAMES[status]} means`}
                  {...answers.one(`${kind}.${status}`)}
                />
              ))}
            </fieldset>
          ))}
        </>
      )}
    </Form>
  );
}
