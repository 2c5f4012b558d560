'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { SECOND_STEP_DAYS } from '@/lib/domain/second-step-rule';

/** Whether administrators and officers need a second step, and why not. */
export function SecondStepRuleForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save settings">
      {(answers) => (
        <>
          <Radios
            label="Second step of administrators and officers"
            hint="It counts where the database is the operator’s own, and not for who comes by a provider that asks for one, as the operator says."
            options={[
              {
                value: 'yes',
                label: 'Needed',
                hint: `Within ${SECOND_STEP_DAYS} days of getting the role; after that, signing in leads to setting it up.`,
              },
              {
                value: 'no',
                label: 'Left to them',
                hint: 'Whoever learns a password of theirs can read and change everything they can.',
              },
            ]}
            {...answers.one('needed')}
          />
          <TextArea
            label="Why (needed where it is left to them)"
            hint={safely('Shown in the history of the settings and in the activity.')}
            rows={3}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
