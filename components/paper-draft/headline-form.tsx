'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { HEADLINE_LIMIT } from '@/lib/domain/status-update';

/** The headline of one item, as the paper prints it. */
export function HeadlineForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save headline">
      {(answers) => (
        <TextArea
          label="As this paper prints it"
          hint={safely('The register keeps its own headline.')}
          limit={HEADLINE_LIMIT}
          rows={3}
          {...answers.one('words')}
        />
      )}
    </Form>
  );
}
