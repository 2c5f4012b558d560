'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { FormValues } from '@/components/forms/values';
import type { OrganisationName } from '@/lib/domain/view';
import { OWN_ACCESS } from './own-access';

/** Changes who somebody is. */
export function EditPersonForm({
  organisations,
  signsIn,
  own,
  ...form
}: FormProps & {
  organisations: readonly OrganisationName[];
  /** Then they need an email address. */
  signsIn: boolean;
  /** The name of the reader's own organisation, where it is about themselves. */
  own: string | null;
  initial: FormValues;
}) {
  return (
    <Form
      {...form}
      submit="Save"
      intro={
        <p className="measure">
          What they did so far stays under the name and position they had then.
        </p>
      }
    >
      {(answers) => (
        <>
          <Field label="Name" width="half" {...answers.one('name')} />
          <Field label="Position" width="half" {...answers.one('position')} />
          {own === null ? (
            <Select
              label="Organisation"
              options={organisationOptions(organisations)}
              empty="None"
              {...answers.one('organisationId')}
            />
          ) : (
            <div className="space-y-1">
              <p className="font-semibold">Organisation: {own}</p>
              <p className="measure text-muted">{OWN_ACCESS}</p>
            </div>
          )}
          <Field
            label={signsIn ? 'Email address' : 'Email address (optional)'}
            hint={signsIn ? 'They sign in with it.' : 'Other people of the board see it.'}
            type="email"
            inputMode="email"
            spellCheck={false}
            width="half"
            {...answers.one('email')}
          />
        </>
      )}
    </Form>
  );
}
