'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import { Inset } from '@/components/ui/inset';
import { formatDate } from '@/lib/domain/dates';
import { RESULT_NAMES } from '@/lib/domain/decision';
import type { DecisionPageView } from '@/lib/domain/decision-view';
import type { RagKey } from '@/lib/domain/rag';
import type { PersonName } from '@/lib/domain/view';
import { RatingFields } from '../proposal/rating-fields';
import { DelegationFields } from './delegation-fields';

const ON_PROPOSAL = ['agreed', 'refused', 'returned'] as const;
const IN_WORDS = ['agreed', 'noted'] as const;

/** A decision in the place of a mistaken one. */
export function SupersedeForm({
  decision,
  people,
  ragKey,
  ...form
}: FormProps & {
  decision: DecisionPageView;
  people: readonly PersonName[];
  /** Of the item's kind. */
  ragKey: RagKey;
}) {
  const results = decision.proposed ? ON_PROPOSAL : IN_WORDS;
  return (
    <Form {...form} submit="Supersede the decision" variant="warning">
      {(answers) => (
        <>
          <Radios
            label="What was decided instead"
            options={results.map((value) => ({ value, label: RESULT_NAMES[value] }))}
            {...answers.one('result')}
          />
          <TextArea
            label="What was mistaken, and what was decided"
            hint={safely('Shown with both decisions.')}
            rows={4}
            {...answers.one('words')}
          />
          <Select
            label="Where it was decided"
            empty="Choose where"
            options={[
              ...decision.meetings.map(({ slug, date }) => ({
                value: slug,
                label: `Meeting of ${formatDate(date)}`,
              })),
              { value: 'delegation', label: 'Under delegation, between meetings' },
            ]}
            {...answers.one('taken')}
          />
          <DelegationFields answers={answers} people={people} only="Under delegation only." />
          <Field
            label="Minute reference (optional)"
            hint="Left empty, it is numbered as the next one there"
            width="half"
            {...answers.one('minuteReference')}
          />
          {decision.opensAgain && (
            <fieldset className="space-y-6">
              <legend className="text-xl font-bold">If it is not agreed, it opens again</legend>
              <Inset>
                <p>Refused or returned, it is no longer closed. It then needs a new rating.</p>
              </Inset>
              <RatingFields answers={answers} ragKey={ragKey} />
            </fieldset>
          )}
        </>
      )}
    </Form>
  );
}
