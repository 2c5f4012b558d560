'use client';

import type { FormProps } from '@/components/forms/form';
import { ReasonForm } from '@/components/forms/reason-form';

/** Shuts somebody out. */
export function DeactivateForm(form: FormProps) {
  return <ReasonForm {...form} label="Why" submit="Deactivate" variant="warning" />;
}
