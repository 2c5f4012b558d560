'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { FormValues } from '@/components/forms/values';
import { OUR_ROLE_NAMES, OUR_ROLES, type OurRole } from '@/lib/domain/item';

const MEANS: Record<OurRole, string> = {
  deliver: 'Ours to do here. It needs a local action.',
  contribute: 'Others lead; we have a part in it.',
  watch: 'A national matter. We follow it and answer when asked.',
};

/** Sets our role in a recommendation. */
export function OurRoleForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Set our role">
      {(answers) => (
        <>
          <Radios
            label="Our role"
            options={OUR_ROLES.map((role) => ({
              value: role,
              label: OUR_ROLE_NAMES[role],
              hint: MEANS[role],
            }))}
            {...answers.one('ourRole')}
          />
          <TextArea
            label="Why (optional)"
            hint={safely('Shown in the history.')}
            rows={3}
            {...answers.one('words')}
          />
        </>
      )}
    </Form>
  );
}
