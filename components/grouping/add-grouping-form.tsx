'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import type { FormValues } from '@/components/forms/values';
import { GROUPING_NAMES, OWN_GROUPING_KINDS } from '@/lib/domain/grouping';

/** A new theme, key area, strategy priority or objective. */
export function AddGroupingForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Add grouping">
      {(answers) => (
        <>
          <Radios
            label="What it is"
            options={OWN_GROUPING_KINDS.map((kind) => ({
              value: kind,
              label: GROUPING_NAMES[kind].one,
            }))}
            {...answers.one('kind')}
          />
          <Field
            label="Name"
            hint="It stands after the others of its kind."
            limit={300}
            {...answers.one('name')}
          />
        </>
      )}
    </Form>
  );
}
