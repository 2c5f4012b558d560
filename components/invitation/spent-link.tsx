import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';

/** Said in place of the form when an invitation is unknown, used or too old. */
export function SpentLink() {
  return (
    <>
      <PageHeader title="This link no longer works" />
      <p className="measure">
        It has been used, it is too old, or a newer one was made. Links that somebody handed you
        last seven days, one that you asked for an hour. Ask an administrator of the board for a new
        one.
      </p>
      <p>
        <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </>
  );
}
