'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import { GroupingFields } from '@/components/mapping/grouping-fields';
import type { Choices } from '@/lib/domain/view';

interface RecommendationFormProps extends FormProps {
  prefix: string;
  groupings: Choices['groupings'];
}

/** Copies one recommendation of a source into the register. */
export function RecommendationForm({ prefix, groupings, ...form }: RecommendationFormProps) {
  return (
    <Form {...form} submit="Add recommendation">
      {(answers) => (
        <>
          <Field
            label="Number (optional)"
            hint={`As the source numbers it: 3 makes ${prefix}3. Leave it empty for the next. It cannot be changed later.`}
            inputMode="numeric"
            width="short"
            {...answers.one('number')}
          />
          <Field
            label="Short title"
            hint="A line that registers and papers can print."
            limit={120}
            {...answers.one('shortTitle')}
          />
          <TextArea
            label="The recommendation, word for word"
            hint={SAFE_WORDS}
            rows={8}
            {...answers.one('text')}
          />
          <GroupingFields answers={answers} groupings={groupings} kind="recommendation" />
        </>
      )}
    </Form>
  );
}
