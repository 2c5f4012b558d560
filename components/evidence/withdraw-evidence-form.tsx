import type { FormProps } from '@/components/forms/form';
import { ReasonForm } from '@/components/forms/reason-form';

/** Withdraws evidence: it stays readable and no longer counts. */
export function WithdrawEvidenceForm(form: FormProps) {
  return (
    <ReasonForm
      {...form}
      label="Why it is withdrawn"
      submit="Withdraw evidence"
      variant="warning"
    />
  );
}
