import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';

/** What is asked of any evidence: what it is called, what it shows, and how fresh it is. */
export function DescriptionFields({
  answers,
  reviewMonths,
}: {
  answers: Answers;
  reviewMonths: number;
}) {
  return (
    <>
      <Field label="Title" hint={SAFE_WORDS} {...answers.one('title')} />
      <TextArea
        label="What it shows"
        hint={safely('In a sentence or two, so that a reader knows why it counts.')}
        rows={3}
        {...answers.one('shows')}
      />
      <DateInput
        label="Date of the evidence"
        hint="The day it was made or published, for example 31 3 2026"
        {...answers.date('datedOn')}
      />
      <DateInput
        label="Review it on (optional)"
        hint={`After this day it counts as out of date. Left empty: ${reviewMonths} months from today`}
        {...answers.date('reviewOn')}
      />
    </>
  );
}
