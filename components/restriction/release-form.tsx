import type { FormProps } from '@/components/forms/form';
import { ReasonForm } from '@/components/forms/reason-form';

/** Lifts a restriction. */
export function ReleaseForm(form: FormProps) {
  return <ReasonForm {...form} label="Why it is released" submit="Release" />;
}
