'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { Select } from '@/components/forms/select';
import type { FormValues } from '@/components/forms/values';
import { FormPart } from '@/components/local-action/form-part';
import { LINK_STRENGTH_NAMES, LINK_STRENGTHS } from '@/lib/domain/item';
import type { Choices } from '@/lib/domain/view';
import { GroupingFields } from './grouping-fields';

const OPTIONS = [
  { value: 'none', label: 'Not at all' },
  ...LINK_STRENGTHS.map((strength) => ({
    value: strength,
    label: LINK_STRENGTH_NAMES[strength].name,
  })),
];

interface CommitmentMappingFormProps extends FormProps {
  initial: FormValues;
  choices: Pick<Choices, 'recommendations' | 'groupings'>;
}

/** Says which recommendations a commitment answers, and how closely. */
export function CommitmentMappingForm({ choices, ...form }: CommitmentMappingFormProps) {
  return (
    <Form {...form} submit="Save what it answers">
      {(answers) => (
        <>
          <GroupingFields answers={answers} groupings={choices.groupings} kind="commitment" />
          <FormPart title="How closely it answers each recommendation">
            <dl className="measure">
              {LINK_STRENGTHS.map((strength) => (
                <div key={strength}>
                  <dt className="inline font-semibold">{LINK_STRENGTH_NAMES[strength].name}: </dt>
                  <dd className="inline">{LINK_STRENGTH_NAMES[strength].means}</dd>
                </div>
              ))}
            </dl>
            {choices.recommendations.map(({ id, reference, shortTitle }) => (
              <Select
                key={id}
                label={`${reference} ${shortTitle}`}
                options={OPTIONS}
                {...answers.one(`answers.${id}`)}
              />
            ))}
          </FormPart>
        </>
      )}
    </Form>
  );
}
