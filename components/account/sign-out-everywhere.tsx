import { Button } from '../ui/button';

/** Ends one's sign-ins: the others, or all of them. */
export function SignOutEverywhere({
  elsewhere,
  signOutElsewhere,
  signOutEverywhere,
}: {
  /** Whether there are others. */
  elsewhere: boolean;
  signOutElsewhere: () => Promise<void>;
  signOutEverywhere: () => Promise<void>;
}) {
  return (
    <div className="flex flex-wrap gap-3">
      {elsewhere && (
        <form action={signOutElsewhere}>
          <Button variant="secondary">Sign out everywhere else</Button>
        </form>
      )}
      <form action={signOutEverywhere}>
        <Button variant="secondary">Sign out everywhere, here too</Button>
      </form>
    </div>
  );
}
