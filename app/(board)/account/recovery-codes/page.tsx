import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RecoveryCodesForm } from '@/components/account/recovery-codes-form';
import { FormPage } from '@/components/forms/form-page';
import { getAccount } from '@/lib/data/account';
import { recoveryCodesTakeCode } from '@/lib/data/second-step';
import { afterSignIn } from '@/lib/domain/after-sign-in';
import { currentBoard } from '@/lib/server/current-board';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { sessionId, signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { makeRecoveryCodesAction } from './actions';

const TITLE = 'Recovery codes';
export const metadata: Metadata = { title: TITLE };

export default async function RecoveryCodesPage({
  searchParams,
}: Pick<ItemPageProps, 'searchParams'>) {
  const context = await signedIn();
  const [account, takesCode, query] = await Promise.all([
    getAccount(context, await sessionId(), await currentBoard()),
    recoveryCodesTakeCode(context, context.actor.id),
    searchParams,
  ]);
  if (!account.secondStep.since) redirect('/account/second-step');
  const to = single(query.to);
  const done = await doneNotice(searchParams);
  return (
    <FormPage done={done} title={TITLE} crumbs={[{ label: 'Your account', href: '/account' }]}>
      <RecoveryCodesForm
        action={makeRecoveryCodesAction}
        cancel={to ? afterSignIn(to) : '/account'}
        left={account.secondStep.codesLeft}
        takesCode={takesCode}
      />
    </FormPage>
  );
}
