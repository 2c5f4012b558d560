import type { Metadata } from 'next';
import { ChangePasswordForm } from '@/components/account/change-password-form';
import { FormPage } from '@/components/forms/form-page';
import { getAccount } from '@/lib/data/account';
import { PASSWORD_MINIMUM } from '@/lib/domain/sign-in';
import { currentBoard } from '@/lib/server/current-board';
import { sessionId, signedIn } from '@/lib/server/session';
import { waysIn } from '@/lib/server/ways-in';
import { changePasswordAction } from './actions';

const TITLE = 'Change password';
export const metadata: Metadata = { title: TITLE };

export default async function ChangePasswordPage() {
  const board = await currentBoard();
  const account = await getAccount(await signedIn(), await sessionId(), board);
  const hasPassword = account.hasPassword && waysIn(board).passwords;
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Your account', href: '/account' }]}
      back={{ label: 'Back to your account', href: '/account' }}
      refused={hasPassword ? null : 'You have no password here: you sign in by single sign-on.'}
    >
      <ChangePasswordForm
        action={changePasswordAction}
        cancel="/account"
        email={account.email ?? ''}
        minimum={PASSWORD_MINIMUM}
      />
    </FormPage>
  );
}
