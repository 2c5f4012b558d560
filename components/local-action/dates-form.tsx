'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { ScheduleFields } from './schedule-fields';

/** Sets a first due date, brings one forward, or says that it is ongoing. */
export function DatesForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save dates">
      {(answers) => (
        <>
          <ScheduleFields answers={answers} />
          <TextArea
            label="Why (optional)"
            hint={safely('Shown in the history.')}
            rows={3}
            {...answers.one('words')}
          />
        </>
      )}
    </Form>
  );
}
