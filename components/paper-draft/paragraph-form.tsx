'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';

interface ParagraphFormProps extends FormProps {
  initial: FormValues;
  /** Of a new one: the sections to choose from. */
  sections?: ReadonlyArray<{ value: string; label: string }>;
  /** It is made from the register's figures. */
  generated: boolean;
}

/** The words of one paragraph. */
export function ParagraphForm({ sections, generated, ...form }: ParagraphFormProps) {
  return (
    <Form {...form} submit={sections ? 'Add paragraph' : 'Save paragraph'}>
      {(answers) => (
        <>
          {sections && <Radios label="Section" options={sections} {...answers.one('section')} />}
          <Field label="Heading (optional)" limit={200} {...answers.one('heading')} />
          <TextArea
            label="Words"
            hint={safely('What the paper says here.')}
            rows={14}
            {...answers.one('words')}
          />
          <Checkboxes
            label="Public version"
            hint={
              generated
                ? 'Where the box is not ticked, the public version has what is generated for it.'
                : 'Where the box is not ticked, the public version leaves this paragraph out.'
            }
            options={[
              {
                value: 'yes',
                label: 'Print these words in the public version too',
                hint: 'They tell of nothing restricted, and name nobody.',
              },
            ]}
            {...answers.many('public')}
          />
          <input type="hidden" name="seen" defaultValue={answers.one('seen').defaultValue} />
        </>
      )}
    </Form>
  );
}
