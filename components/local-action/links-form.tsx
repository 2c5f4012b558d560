'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { type LinkChoices, LinkFields } from './link-fields';

/** Says what a local action is linked to. */
export function LinksForm({
  choices,
  ...form
}: FormProps & { choices: LinkChoices; initial: FormValues }) {
  return (
    <Form {...form} submit="Save links">
      {(answers) => <LinkFields answers={answers} choices={choices} />}
    </Form>
  );
}
