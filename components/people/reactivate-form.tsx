'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { ROLES } from '@/lib/domain/permissions';
import { RoleCheckboxes } from './role-checkboxes';

/** Lets somebody in again. */
export function ReactivateForm({
  hasPassword,
  ...form
}: FormProps & { hasPassword: boolean; initial: FormValues }) {
  return (
    <Form
      {...form}
      submit="Reactivate"
      intro={
        <p className="measure">
          {hasPassword
            ? 'They can sign in again with the password they had.'
            : 'They have no password: send them a new link afterwards.'}
        </p>
      }
    >
      {(answers) => <RoleCheckboxes answers={answers} roles={ROLES} />}
    </Form>
  );
}
