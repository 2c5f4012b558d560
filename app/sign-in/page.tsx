import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { DemoAccounts } from '@/components/sign-in/demo-accounts';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SingleSignOn } from '@/components/sign-in/single-sign-on';
import { WhatThisIs } from '@/components/sign-in/what-this-is';
import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { getBoard } from '@/lib/data/board';
import { listDemoAccounts } from '@/lib/data/demo-accounts';
import { afterSignIn } from '@/lib/domain/after-sign-in';
import { innerAddress } from '@/lib/domain/inner-address';
import { problemOf } from '@/lib/domain/single-sign-on';
import { database } from '@/lib/server/database';
import { doneNotice } from '@/lib/server/done';
import { env } from '@/lib/server/env';
import type { ItemPageProps } from '@/lib/server/item-page';
import { currentActor, sessionId } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { waysIn } from '@/lib/server/ways-in';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const query = await searchParams;
  const to = innerAddress(single(query.to));
  if (await currentActor()) redirect(afterSignIn(to));
  const db = database();
  const [board, accounts] = await Promise.all([
    getBoard({ db }),
    env().demo ? listDemoAccounts({ db }) : [],
  ]);
  const done = await doneNotice(searchParams);
  const problem = problemOf(query.problem);
  // Whoever signs out has no cookie any more: this one's session ended by itself, or by others.
  const ended = !done && !problem && (await sessionId()) !== null;
  const { passwords, others } = waysIn(board);
  const onwards = to === '/' ? undefined : to;
  return (
    <OpenPage done={done} board={board}>
      {ended ? (
        <Notification title="You were signed out">
          <p>It had not been used for a while, or was ended. Sign in to go on.</p>
        </Notification>
      ) : null}
      {problem ? (
        <Notification tone="warning" title={problem.title}>
          <p>{problem.words}</p>
        </Notification>
      ) : null}
      <PageHeader title="Sign in" lead={board.name} />
      <WhatThisIs demo={env().demo} embedded={env().embedded} />
      {others.length > 0 ? (
        <SingleSignOn providers={others} to={onwards} only={!passwords} />
      ) : null}
      {passwords ? (
        <>
          <SignInForm action={signInAction} to={onwards} />
          <p>
            <TextLink href="/sign-in/forgotten">Forgotten your password?</TextLink>
          </p>
          <DemoAccounts accounts={accounts} />
        </>
      ) : null}
      <p>
        Only people who were invited can sign in. Everybody may read{' '}
        <TextLink href="/about/permissions">who can do what</TextLink>.
      </p>
    </OpenPage>
  );
}
