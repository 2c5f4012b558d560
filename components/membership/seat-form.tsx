'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { Select, type SelectOption } from '@/components/forms/select';
import type { FormValues } from '@/components/forms/values';
import { TextLink } from '@/components/ui/text-link';
import { BOARD_CAPACITIES, CAPACITY_NAMES } from '@/lib/domain/membership';

interface SeatFormProps extends FormProps {
  initial: FormValues;
  /** Who can be chosen; without them the form is about one person. */
  people?: readonly SelectOption[];
  submit: string;
}

const CAPACITIES = BOARD_CAPACITIES.map((value) => ({ value, label: CAPACITY_NAMES[value] }));

/** As what somebody sits on the board, from when and until when. */
export function SeatForm({ people, ...form }: SeatFormProps) {
  return (
    <Form {...form}>
      {(answers) => (
        <>
          {people ? (
            <>
              <Select
                label="Person"
                hint="They need not be able to sign in."
                options={people}
                empty="Choose a person"
                {...answers.one('personId')}
              />
              <p className="-mt-4">
                <TextLink href="/people/new">Add a person who is not listed</TextLink>
              </p>
            </>
          ) : (
            <input
              type="hidden"
              name="personId"
              defaultValue={answers.one('personId').defaultValue}
            />
          )}
          <Radios
            label="They sit on the board as"
            options={CAPACITIES}
            {...answers.one('capacity')}
          />
          <DateInput
            label="From"
            hint="Before that day their seat stays as it was"
            {...answers.date('from')}
          />
          <DateInput label="Last day (optional)" {...answers.date('until')} />
          {people ? null : (
            <Checkboxes
              label="Added in error (optional)"
              options={[
                {
                  value: 'yes',
                  label: 'Take them off the board',
                  hint: 'Only where they never sat on it. What was recorded of them stays.',
                },
              ]}
              {...answers.many('removed')}
            />
          )}
        </>
      )}
    </Form>
  );
}
