'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { FormValues } from '@/components/forms/values';
import { TextLink } from '@/components/ui/text-link';
import type { OrganisationName } from '@/lib/domain/view';

/** Adds a person who cannot sign in. */
export function PersonForm({
  organisations,
  addOrganisation,
  ...form
}: FormProps & {
  organisations: readonly OrganisationName[];
  /** Where an organisation that is not listed is added; leads back with it chosen. */
  addOrganisation: string;
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Add person">
      {(answers) => (
        <>
          <Field
            label="Name"
            hint="Of somebody who works for a partner, or a job title. Never a service user."
            width="half"
            {...answers.one('name')}
          />
          <Field
            label="Position"
            hint="For example, head of commissioning"
            width="half"
            {...answers.one('position')}
          />
          <Select
            label="Organisation"
            options={organisationOptions(organisations)}
            empty="Choose an organisation"
            {...answers.one('organisationId')}
          />
          <p className="-mt-4">
            <TextLink href={addOrganisation}>Add an organisation that is not listed</TextLink>
          </p>
        </>
      )}
    </Form>
  );
}
