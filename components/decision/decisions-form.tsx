'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import { Details } from '@/components/ui/details';
import type { AwaitingView } from '@/lib/domain/decision-view';
import { AwaitingItem } from './awaiting-item';

/** A meeting's decisions in one pass: the rest together, and the exceptions each by itself. */
export function DecisionsForm({
  awaiting,
  nextReference,
  ...form
}: FormProps & {
  awaiting: readonly AwaitingView[];
  /** The minute reference that the first one gets if nobody types another. */
  nextReference: string;
}) {
  return (
    <Form {...form} initial={{ rest: 'open' }} submit="Record these decisions">
      {(answers) => (
        <>
          <Radios
            label="What becomes of all that are listed, except those you say otherwise about"
            options={[
              {
                value: 'agreed',
                label: 'Agree all listed, except where another decision is chosen',
              },
              { value: 'open', label: 'Leave them waiting, except where a decision is chosen' },
            ]}
            {...answers.one('rest')}
          />
          <ol className="space-y-8">
            {awaiting.map((one) => {
              const line = `lines.${one.item.id}`;
              const wrong = answers.one(`${line}.words`).error;
              return (
                <li
                  key={one.item.id}
                  className="space-y-5 rounded-lg border border-line bg-surface p-5"
                >
                  <AwaitingItem awaiting={one} />
                  <input type="hidden" name={`${line}.proposal`} value={one.number} />
                  <Select
                    label={`Decision on ${one.item.reference}`}
                    empty="As the rest"
                    options={[
                      { value: 'agreed', label: 'Agreed' },
                      { value: 'refused', label: 'Refused' },
                      { value: 'returned', label: 'Returned, to be proposed again' },
                      { value: 'open', label: 'Not decided at this meeting' },
                    ]}
                    {...answers.one(`${line}.result`)}
                  />
                  <TextArea
                    label={`What the board said about ${one.item.reference}`}
                    hint={safely('Needed for Refused and Returned.')}
                    rows={2}
                    {...answers.one(`${line}.words`)}
                  />
                  <Details summary="Another minute reference" open={Boolean(wrong)}>
                    <Field
                      label={`Minute reference of ${one.item.reference}`}
                      hint={`Left empty, they are numbered from ${nextReference}`}
                      width="half"
                      {...answers.one(`${line}.minuteReference`)}
                    />
                  </Details>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Form>
  );
}
