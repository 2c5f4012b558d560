import { SendForm } from '@/components/forms/send-form';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/domain/form-state';

/** The way out: a form, since leaving changes something. */
export function SignOut({ action }: { action: FormAction }) {
  return (
    <SendForm action={action} signsOut>
      <Button type="submit" variant="quiet">
        Sign out
      </Button>
    </SendForm>
  );
}
