'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** What the board decided in words of its own. */
export function NoteForm({ nextReference, ...form }: FormProps & { nextReference: string }) {
  return (
    <Form {...form} initial={{ result: 'agreed' }} submit="Record this decision">
      {(answers) => (
        <>
          <TextArea
            label="What was decided"
            hint={safely('As the minutes say it.')}
            rows={4}
            {...answers.one('words')}
          />
          <Radios
            label="How"
            options={[
              { value: 'agreed', label: 'Agreed' },
              { value: 'noted', label: 'Noted' },
            ]}
            {...answers.one('result')}
          />
          <Field
            label="Minute reference (optional)"
            hint={`Left empty, it is ${nextReference}`}
            width="half"
            {...answers.one('minuteReference')}
          />
        </>
      )}
    </Form>
  );
}
