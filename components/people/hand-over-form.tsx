'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { personOptions } from '@/components/forms/options';
import { safely } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import type { HandOverView } from '@/lib/domain/hand-over-view';
import type { PersonName } from '@/lib/domain/view';

/** Gives everything open that somebody owns to one other person. */
export function HandOverForm({
  owned,
  people,
  ...form
}: FormProps & { owned: HandOverView; people: readonly PersonName[] }) {
  const { items, meetingActions } = owned;
  return (
    <Form
      {...form}
      submit="Hand over"
      pendingLabel="Handing over…"
      intro={
        <div className="measure space-y-3">
          <p>This is what changes hands, in one step:</p>
          <ul className="list-disc space-y-1 pl-6">
            {items.map(({ reference, shortTitle }) => (
              <li key={reference}>
                {reference} {shortTitle}
              </li>
            ))}
            {meetingActions.map(({ meeting, number, what }) => (
              <li key={`${meeting} ${number}`}>Meeting action: {what}</li>
            ))}
          </ul>
        </div>
      }
    >
      {(answers) => (
        <>
          <Select
            label="Who takes it over"
            options={personOptions(people)}
            empty="Choose a person"
            {...answers.one('toId')}
          />
          <TextArea
            label="Why"
            hint={safely('Shown in the history of each.')}
            rows={3}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
