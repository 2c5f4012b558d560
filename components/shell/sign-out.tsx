import { Button } from '@/components/ui/button';

/** The way out: a form, since leaving changes something. */
export function SignOut({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action}>
      <Button type="submit" variant="quiet">
        Sign out
      </Button>
    </form>
  );
}
