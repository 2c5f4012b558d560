'use client';

import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import type { StatementKind } from '@/lib/domain/statement';

/** Says what our response is, or where the national side stands. Earlier words stay. */
export function StatementForm({
  kind,
  ...form
}: FormProps & { kind: StatementKind; initial: FormValues }) {
  const ours = kind === 'our_response';
  return (
    <Form {...form} submit={ours ? 'Save our response' : 'Save national position'}>
      {(answers) => (
        <>
          <TextArea
            label={ours ? 'Our response' : 'National position'}
            hint={ours ? safely('What the board says it will do about it.') : SAFE_WORDS}
            rows={8}
            {...answers.one('words')}
          />
          {ours ? null : (
            <Field
              label="Link to what says so (optional)"
              hint="Starts with https:// or http://"
              type="url"
              inputMode="url"
              {...answers.one('url')}
            />
          )}
          <DateInput
            label={ours ? 'Date of the response' : 'Date of the position'}
            {...answers.date('statedOn')}
          />
        </>
      )}
    </Form>
  );
}
