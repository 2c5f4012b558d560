'use client';

import { Checkboxes, type Choice, Radios } from '@/components/forms/choices';
import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions } from '@/components/forms/options';
import { safely } from '@/components/forms/safe-words';
import type { FormValues } from '@/components/forms/values';
import type { OrganisationName } from '@/lib/domain/view';

/** Restricts a local action or a piece of evidence. */
export function RestrictForm({
  categories,
  organisations,
  ...form
}: FormProps & {
  categories: readonly Choice[];
  organisations: readonly OrganisationName[];
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Restrict" look="warning">
      {(answers) => (
        <>
          <Radios label="Category" choices={categories} {...answers.one('category')} />
          <Field
            label="Why it is restricted"
            hint={safely('Shown to those who may still see it.')}
            rows={4}
            {...answers.one('reason')}
          />
          <DateInput
            label="Review the restriction on"
            hint="A day to look again whether it is still needed, for example 31 3 2027"
            {...answers.date('review')}
          />
          <Checkboxes
            label="Also hide it from these organisations (optional)"
            hint="Where a conflict of interest was declared. Their people will not find it anywhere. Viewers never do."
            choices={organisationOptions(organisations)}
            columns
            {...answers.many('hiddenFrom')}
          />
        </>
      )}
    </Form>
  );
}
