import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import type { FormAction } from '@/lib/domain/form-state';
import { PASSWORD_MINIMUM } from '@/lib/domain/sign-in';
import type { WaysIn } from '@/lib/domain/single-sign-on';
import type { BoardView } from '@/lib/domain/view';
import { SingleSignOn } from '../sign-in/single-sign-on';
import { PasswordForm } from './password-form';
import { SpentLink } from './spent-link';

interface LinkPageProps {
  title: string;
  board: Pick<BoardView, 'name' | 'illustrative'>;
  /** Null when the link no longer works. */
  link: { name: string; email: string } | null;
  action: FormAction;
  waysIn: WaysIn;
}

/** Where somebody chooses a password by a link that works once. */
export function LinkPage({ title, board, link, action, waysIn }: LinkPageProps) {
  return (
    <OpenPage board={board}>
      {link ? (
        <>
          <PageHeader title={waysIn.passwords ? title : 'Sign in'} lead={board.name} />
          <p>
            For {link.name}, who signs in as <strong>{link.email}</strong>.{' '}
            {waysIn.passwords ? 'This link works once.' : 'Passwords are not used here.'}
          </p>
          {waysIn.others.length > 0 ? (
            <SingleSignOn providers={waysIn.others} only={!waysIn.passwords} />
          ) : null}
          {waysIn.passwords ? (
            <PasswordForm action={action} email={link.email} minimum={PASSWORD_MINIMUM} />
          ) : null}
        </>
      ) : (
        <SpentLink />
      )}
    </OpenPage>
  );
}
