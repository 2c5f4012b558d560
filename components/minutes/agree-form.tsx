'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { Select, type SelectOption } from '@/components/forms/select';

/** At which later meeting the board agreed the minutes. */
export function AgreeForm({
  meetings,
  ...form
}: FormProps & { meetings: readonly SelectOption[] }) {
  return (
    <Form {...form} submit="Record that they were agreed">
      {(answers) => (
        <Select
          label="Agreed at the meeting of"
          options={meetings}
          empty="Choose a meeting"
          {...answers.one('meetingId')}
        />
      )}
    </Form>
  );
}
