'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { DescriptionFields } from './description-fields';

/** Adds a link as evidence. */
export function LinkForm({ reviewMonths, ...form }: FormProps & { reviewMonths: number }) {
  return (
    <Form {...form} submit="Add evidence">
      {(answers) => (
        <>
          <Field
            label="Web address"
            hint="Starts with https:// or http://"
            type="url"
            inputMode="url"
            {...answers.one('url')}
          />
          <DescriptionFields answers={answers} reviewMonths={reviewMonths} />
        </>
      )}
    </Form>
  );
}
