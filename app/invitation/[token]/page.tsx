import type { Metadata } from 'next';
import { PasswordForm } from '@/components/invitation/password-form';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { getBoard } from '@/lib/data/board';
import { getInvitation } from '@/lib/data/sessions';
import { PASSWORD_MINIMUM } from '@/lib/domain/people';
import { database } from '@/lib/server/database';
import { found } from '@/lib/server/item-page';
import { choosePasswordAction } from './actions';

export const metadata: Metadata = { title: 'Choose a password' };

/** Opening it uses nothing up: mail scanners open links too. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const db = database();
  const [board, { name, email }] = await Promise.all([
    getBoard({ db }),
    found(getInvitation({ db, now: new Date() }, token)),
  ]);
  return (
    <OpenPage board={board}>
      <PageHeader title="Choose a password" lead={board.name} />
      <p>
        For {name}, who signs in as <strong>{email}</strong>. This link works once.
      </p>
      <PasswordForm
        action={choosePasswordAction.bind(null, token)}
        email={email}
        minimum={PASSWORD_MINIMUM}
      />
    </OpenPage>
  );
}
