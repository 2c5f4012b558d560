'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { ROLES } from '@/lib/domain/permissions';
import { RoleCheckboxes } from './role-checkboxes';

/** Sets what somebody may do, from their next request on. */
export function RolesForm({
  self,
  ...form
}: FormProps & {
  /** It is the reader’s own. */
  self: boolean;
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Save roles">
      {(answers) => (
        <>
          <RoleCheckboxes answers={answers} roles={ROLES} />
          {self && (
            <Checkboxes
              label="Your own roles"
              options={[
                {
                  value: 'yes',
                  label: 'If I untick Administrator, I know I will no longer be one',
                  hint: 'Only another administrator can make you one again.',
                },
              ]}
              {...answers.many('understood')}
            />
          )}
        </>
      )}
    </Form>
  );
}
