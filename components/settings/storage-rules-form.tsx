'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';

interface StorageRulesFormProps extends FormProps {
  initial: FormValues;
  /** "8.2 GB of 10 GB" */
  used: string | null;
}

/** How much files may take. */
export function StorageRulesForm({ used, ...form }: StorageRulesFormProps) {
  return (
    <Form {...form} submit="Save settings">
      {(answers) => (
        <Field
          label="Storage for files"
          hint={`Megabytes: 10240 are 10 GB. Evidence, uploads that wait and issued papers count.${used ? ` They take ${used}.` : ''}`}
          width="short"
          inputMode="numeric"
          {...answers.one('storageMb')}
        />
      )}
    </Form>
  );
}
