import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { DemoAccounts } from '@/components/sign-in/demo-accounts';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { Notification } from '@/components/ui/notification';
import { getBoard } from '@/lib/data/board';
import { listDemoAccounts } from '@/lib/data/demo-accounts';
import { notice } from '@/lib/domain/notices';
import { database } from '@/lib/server/database';
import { env } from '@/lib/server/env';
import type { ItemPageProps } from '@/lib/server/item-page';
import { currentActor, innerAddress } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const query = await searchParams;
  const to = innerAddress(single(query.to));
  if (await currentActor()) redirect(to);
  const db = database();
  const [board, accounts] = await Promise.all([
    getBoard({ db }),
    env().demo ? listDemoAccounts({ db }) : [],
  ]);
  const done = notice(query.done);
  return (
    <OpenPage board={board}>
      {done ? <Notification tone="success" title={done} /> : null}
      <PageHeader title="Sign in" lead={board.name} />
      <SignInForm action={signInAction} to={to === '/' ? undefined : to} />
      <DemoAccounts accounts={accounts} />
    </OpenPage>
  );
}
