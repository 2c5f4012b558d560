'use client';

import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import { OUTCOME_NAMES, OUTCOMES, type Outcome } from '@/lib/domain/item';

const HINTS: Record<Outcome, string> = {
  complete: 'It is done. The board accepts it on current evidence, and it becomes Blue.',
  superseded: 'Something else has taken its place.',
  no_longer_pursued: 'The board stops it.',
  merged: 'It goes on as part of another one.',
  passed_on: 'Another board answers for it from now on.',
};

/** Asks the board to close something. */
export function ClosureForm({
  others,
  ...form
}: FormProps & {
  /** Open ones of its kind that it could be merged into. */
  others: ReadonlyArray<{ id: string; reference: string; shortTitle: string }>;
}) {
  return (
    <Form {...form} submit="Propose this closure">
      {(answers) => (
        <>
          <Radios
            label="How it is to be closed"
            options={OUTCOMES.map((outcome) => ({
              value: outcome,
              label: outcome === 'merged' ? 'Merged into another' : OUTCOME_NAMES[outcome],
              hint: HINTS[outcome],
            }))}
            {...answers.one('outcome')}
          />
          <DateInput
            label="Finished on"
            hint="For Complete: the day it was done, for example 31 3 2026"
            {...answers.date('finishedOn')}
          />
          <Select
            label="Merged into"
            hint="For Merged: what it becomes a part of"
            empty="Choose one"
            options={others.map(({ id, reference, shortTitle }) => ({
              value: id,
              label: `${reference} ${shortTitle}`,
            }))}
            {...answers.one('mergedIntoId')}
          />
          <Field
            label="Passed to"
            hint="For Passed to another board: its name"
            {...answers.one('passedTo')}
          />
          <TextArea
            label="Why it can be closed"
            hint={safely('The board reads this when it decides.')}
            rows={5}
            {...answers.one('reason')}
          />
        </>
      )}
    </Form>
  );
}
