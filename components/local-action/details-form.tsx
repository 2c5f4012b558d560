'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { MeansFields, WhatFields } from './detail-fields';

/** Changes the wording and details of a local action. Dates, owner and links have their own. */
export function DetailsForm({
  areas,
  ...form
}: FormProps & { areas: readonly string[]; initial: FormValues }) {
  return (
    <Form {...form} submit="Save details">
      {(answers) => (
        <>
          <WhatFields answers={answers} areas={areas} />
          <MeansFields answers={answers} />
          <TextArea
            label="Why it is changed (optional)"
            hint={safely('Shown in the history.')}
            rows={3}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
