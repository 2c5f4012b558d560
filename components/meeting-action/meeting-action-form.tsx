'use client';

import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { Select, type SelectOption } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';

/** What is to be done, by whom and by when. */
export function MeetingActionForm({
  people,
  ...form
}: FormProps & { people: readonly SelectOption[] }) {
  return (
    <Form {...form} submit="Open meeting action">
      {(answers) => (
        <>
          <TextArea
            label="What is to be done"
            hint={safely('Everybody reads it, so name nothing that is restricted.')}
            rows={3}
            limit={500}
            {...answers.one('what')}
          />
          <Select
            label="Owner"
            hint="They need not be able to sign in."
            options={people}
            empty="Choose a person"
            {...answers.one('ownerId')}
          />
          <DateInput label="By (optional)" {...answers.date('due')} />
        </>
      )}
    </Form>
  );
}
