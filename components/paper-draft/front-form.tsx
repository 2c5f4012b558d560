'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import type { FormValues } from '@/components/forms/values';
import { PURPOSE_NAMES, PURPOSES } from '@/lib/domain/paper-frame';

/** The block at the head of a paper. Who cleared it is said when it is cleared. */
export function FrontForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save front block">
      {(answers) => (
        <>
          <Field
            label="Title"
            hint={safely('As it prints at the head of the paper.')}
            limit={200}
            {...answers.one('title')}
          />
          <Field
            label="Item number (optional)"
            hint="Where it stands on the agenda."
            width="short"
            {...answers.one('itemNumber')}
          />
          <Field label="Author (optional)" hint="Name and role." {...answers.one('author')} />
          <Field label="Sponsor (optional)" hint="Name and role." {...answers.one('sponsor')} />
          <Radios
            label="The paper is for"
            options={PURPOSES.map((value) => ({ value, label: PURPOSE_NAMES[value] }))}
            inline
            {...answers.one('purpose')}
          />
        </>
      )}
    </Form>
  );
}
