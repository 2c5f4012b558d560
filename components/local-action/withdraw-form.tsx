import type { FormProps } from '@/components/forms/form';
import { ReasonForm } from '@/components/forms/reason-form';

/** Withdraws a local action that was created in error. */
export function WithdrawForm(form: FormProps) {
  return (
    <ReasonForm
      {...form}
      label="Why it is withdrawn"
      submit="Withdraw this action"
      variant="warning"
    />
  );
}
