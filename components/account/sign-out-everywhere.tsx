import type { FormAction } from '@/lib/domain/form-state';
import { SendForm } from '../forms/send-form';
import { Button } from '../ui/button';

/** Ends one's sign-ins: the others, or all of them. */
export function SignOutEverywhere({
  elsewhere,
  signOutElsewhere,
  signOutEverywhere,
}: {
  /** Whether there are others. */
  elsewhere: boolean;
  signOutElsewhere: FormAction;
  signOutEverywhere: FormAction;
}) {
  return (
    <div className="flex flex-wrap gap-3">
      {elsewhere && (
        <SendForm action={signOutElsewhere}>
          <Button variant="secondary">Sign out everywhere else</Button>
        </SendForm>
      )}
      <SendForm action={signOutEverywhere} signsOut>
        <Button variant="secondary">Sign out everywhere, here too</Button>
      </SendForm>
    </div>
  );
}
