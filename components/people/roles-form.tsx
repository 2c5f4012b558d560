'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { ROLES } from '@/lib/domain/permissions';
import { RoleCheckboxes } from './role-checkboxes';

/** Sets what somebody may do, from their next request on. */
export function RolesForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save roles">
      {(answers) => <RoleCheckboxes answers={answers} roles={ROLES} />}
    </Form>
  );
}
