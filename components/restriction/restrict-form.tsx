'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import type { ChoiceOption } from '@/components/forms/choice';
import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions } from '@/components/forms/options';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import type { OrganisationName } from '@/lib/domain/view';

/** Restricts a local action or a piece of evidence. */
export function RestrictForm({
  categories,
  organisations,
  ...form
}: FormProps & {
  categories: readonly ChoiceOption[];
  organisations: readonly OrganisationName[];
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Save restriction">
      {(answers) => (
        <>
          <Radios label="Category" options={categories} {...answers.one('category')} />
          <TextArea
            label="Why it is restricted"
            hint={safely(
              'Shown to those who may still see it, and kept from others after a release.',
            )}
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
            hint="Where a conflict of interest was declared. Their people will not find it anywhere, even if they own it. From viewers it is hidden in any case."
            options={organisationOptions(organisations)}
            {...answers.many('hiddenFrom')}
          />
        </>
      )}
    </Form>
  );
}
