'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { OwnerFields } from '@/components/owner/owner-fields';
import type { Choices } from '@/lib/domain/view';
import { MeansFields, WhatFields } from './detail-fields';
import { FormPart } from './form-part';
import { LinkFields } from './link-fields';
import { ScheduleFields } from './schedule-fields';

/** Creates a local action. Only a title and a description are needed; the rest can wait. */
export function CreateForm({
  areas,
  choices,
  ...form
}: FormProps & { areas: readonly string[]; choices: Choices; initial: FormValues }) {
  return (
    <Form {...form} submit="Create local action">
      {(answers) => (
        <>
          <WhatFields answers={answers} areas={areas} />
          <FormPart title="Who answers for it">
            <OwnerFields answers={answers} choices={choices} optional />
          </FormPart>
          <FormPart title="When">
            <ScheduleFields answers={answers} />
          </FormPart>
          <MeansFields answers={answers} />
          <FormPart title="What it is linked to">
            <LinkFields answers={answers} choices={choices} />
          </FormPart>
        </>
      )}
    </Form>
  );
}
