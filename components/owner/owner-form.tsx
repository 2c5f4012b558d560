'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import type { Choices } from '@/lib/domain/view';
import { OwnerFields } from './owner-fields';

/** Assigns an owner. */
export function OwnerForm({
  choices,
  addPerson,
  ...form
}: FormProps & {
  choices: Pick<Choices, 'people' | 'organisations'>;
  addPerson?: string;
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Assign owner">
      {(answers) => (
        <>
          <OwnerFields answers={answers} choices={choices} addPerson={addPerson} />
          <TextArea
            label="Why (optional)"
            hint={safely('Shown in the history.')}
            rows={3}
            {...answers.one('words')}
          />
        </>
      )}
    </Form>
  );
}
