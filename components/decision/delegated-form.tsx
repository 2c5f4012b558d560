'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { PersonName } from '@/lib/domain/view';
import { DelegationFields } from './delegation-fields';

/** A decision that somebody took between meetings. @param proposal its number */
export function DelegatedForm({
  proposal,
  people,
  ...form
}: FormProps & { proposal: number; people: readonly PersonName[] }) {
  return (
    <Form {...form} submit="Record this decision">
      {(answers) => (
        <>
          <input type="hidden" name="proposal" value={proposal} />
          <Radios
            label="What was decided"
            options={[
              { value: 'agreed', label: 'Agreed' },
              { value: 'refused', label: 'Refused' },
              { value: 'returned', label: 'Returned, to be proposed again' },
            ]}
            {...answers.one('result')}
          />
          <TextArea
            label="What was said"
            hint={safely('Needed for Refused and Returned.')}
            rows={4}
            {...answers.one('words')}
          />
          <DelegationFields answers={answers} people={people} />
          <Field
            label="Reference (optional)"
            hint="Left empty, it is “Delegated”, the day, and a number"
            width="half"
            {...answers.one('minuteReference')}
          />
        </>
      )}
    </Form>
  );
}
