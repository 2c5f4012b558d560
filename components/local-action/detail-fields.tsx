import { DateInput } from '@/components/forms/date-input';
import { Field } from '@/components/forms/field';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';
import { FormPart } from './form-part';

/** The areas of the board as a list; what was chosen before stays in it when the board's change. */
function AreaField({ answers, areas }: { answers: Answers; areas: readonly string[] }) {
  const field = answers.one('area');
  if (areas.length === 0) return <Field label="Area (optional)" width="half" {...field} />;
  const all = new Set([...areas, field.defaultValue].filter(Boolean));
  return (
    <Select
      label="Area (optional)"
      empty="The whole area of the board"
      options={[...all].map((area) => ({ value: area, label: area }))}
      {...field}
    />
  );
}

/** What the action is. */
export function WhatFields({ answers, areas }: { answers: Answers; areas: readonly string[] }) {
  return (
    <FormPart title="What it is">
      <Field
        label="Short title"
        hint={safely('A line that registers and papers can print.')}
        limit={120}
        {...answers.one('shortTitle')}
      />
      <TextArea
        label="Description"
        hint={safely('What will be done, and for whom.')}
        rows={6}
        {...answers.one('text')}
      />
      <Field
        label="Your reference (optional)"
        hint="What another list calls it, if it has a number there"
        width="half"
        {...answers.one('yourReference')}
      />
      <Field
        label="Also involved (optional)"
        hint="Organisations or teams besides the lead"
        {...answers.one('alsoInvolved')}
      />
      <AreaField answers={answers} areas={areas} />
      <DateInput
        label="Start date (optional)"
        hint="For example, 1 4 2026"
        {...answers.date('start')}
      />
    </FormPart>
  );
}

/** What pays for it, and how one will know. */
export function MeansFields({ answers }: { answers: Answers }) {
  return (
    <>
      <FormPart title="What pays for it">
        <Field label="Funding source (optional)" {...answers.one('fundingSource')} />
        <DateInput
          label="Funded until (optional)"
          hint="For example, 31 3 2027"
          {...answers.date('fundedUntil')}
        />
      </FormPart>
      <FormPart title="How the board will know">
        <TextArea
          label="Success measure (optional)"
          hint={safely('What will be counted or seen when it works.')}
          rows={3}
          {...answers.one('successMeasure')}
        />
        <Field label="Baseline (optional)" hint={SAFE_WORDS} {...answers.one('baseline')} />
        <Field label="Target (optional)" hint={SAFE_WORDS} {...answers.one('target')} />
      </FormPart>
    </>
  );
}
