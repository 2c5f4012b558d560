'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import type { Choices } from '@/lib/domain/view';
import { GroupingFields } from './grouping-fields';

interface RecommendationMappingFormProps extends FormProps {
  initial: FormValues;
  groupings: Choices['groupings'];
}

/** Says what a recommendation belongs to. */
export function RecommendationMappingForm({ groupings, ...form }: RecommendationMappingFormProps) {
  return (
    <Form {...form} submit="Save groupings">
      {(answers) => (
        <GroupingFields answers={answers} groupings={groupings} kind="recommendation" />
      )}
    </Form>
  );
}
