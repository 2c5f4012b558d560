'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { FormValues } from '@/components/forms/values';
import { ROLES } from '@/lib/domain/permissions';
import { RoleCheckboxes } from './role-checkboxes';

const AFTERWARDS = {
  password: 'They can sign in again with the password they had.',
  'new password': 'They have no password: send them a new link afterwards.',
  account: 'They can sign in again with the account of their own organisation.',
};

/** Lets somebody in again. */
export function ReactivateForm({
  signsInBy,
  ...form
}: FormProps & {
  /** What lets them in again: a password that they have, one that they need, or another account. */
  signsInBy: 'password' | 'new password' | 'account';
  initial: FormValues;
}) {
  return (
    <Form {...form} submit="Reactivate" intro={<p className="measure">{AFTERWARDS[signsInBy]}</p>}>
      {(answers) => <RoleCheckboxes answers={answers} roles={ROLES} />}
    </Form>
  );
}
