import type { Metadata } from 'next';
import { PasswordForm } from '@/components/invitation/password-form';
import { SpentLink } from '@/components/invitation/spent-link';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { getBoard } from '@/lib/data/board';
import { getInvitation } from '@/lib/data/sessions';
import { NotFoundError } from '@/lib/domain/errors';
import { PASSWORD_MINIMUM } from '@/lib/domain/people';
import { database } from '@/lib/server/database';
import { choosePasswordAction } from './actions';

export const metadata: Metadata = { title: 'Choose a password' };

/** Opening it uses nothing up: mail scanners open links too. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const db = database();
  const [board, invited] = await Promise.all([
    getBoard({ db }),
    getInvitation({ db, now: new Date() }, token).catch((error) => {
      // Not notFound(): without JavaScript Next draws nothing for it.
      if (error instanceof NotFoundError) return null;
      throw error;
    }),
  ]);
  return (
    <OpenPage board={board}>
      {invited ? (
        <>
          <PageHeader title="Choose a password" lead={board.name} />
          <p>
            For {invited.name}, who signs in as <strong>{invited.email}</strong>. This link works
            once.
          </p>
          <PasswordForm
            action={choosePasswordAction.bind(null, token)}
            email={invited.email}
            minimum={PASSWORD_MINIMUM}
          />
        </>
      ) : (
        <SpentLink />
      )}
    </OpenPage>
  );
}
