import type { Metadata } from 'next';
import { ProofForm } from '@/components/account/proof-form';
import { FormPage } from '@/components/forms/form-page';
import { SingleSignOn } from '@/components/sign-in/single-sign-on';
import { Notification } from '@/components/ui/notification';
import { getAccount } from '@/lib/data/account';
import { innerAddress } from '@/lib/domain/inner-address';
import { PROOF_MINUTES } from '@/lib/domain/proof';
import { problemOf } from '@/lib/domain/single-sign-on';
import { currentBoard } from '@/lib/server/current-board';
import type { ItemPageProps } from '@/lib/server/item-page';
import { sessionId, signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { waysInHere } from '@/lib/server/ways-in';
import { proveAction } from './actions';

const TITLE = 'Confirm it is you';
export const metadata: Metadata = { title: TITLE };

export default async function ProvePage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const query = await searchParams;
  const to = innerAddress(single(query.to));
  const [board, ways] = await Promise.all([currentBoard(), waysInHere()]);
  const account = await getAccount(await signedIn(), await sessionId(), board);
  const byPassword = account.hasPassword && ways.passwords;
  const others = ways.others.filter(({ provider }) =>
    account.identities.some(({ issuer }) => issuer.startsWith('entra ') === (provider === 'entra')),
  );
  const problem = problemOf(query.problem);
  return (
    <FormPage title={TITLE} crumbs={[{ label: 'Your account', href: '/account' }]}>
      {problem ? (
        <Notification tone="warning" title={problem.title}>
          <p>{problem.words}</p>
        </Notification>
      ) : null}
      <p className="measure">
        Roles, redactions, erasures and ways of signing in change only for somebody who has shown
        who they are within the last {PROOF_MINUTES} minutes. Nothing was saved yet. Afterwards you
        are led back, and what you typed is there to be sent again.
      </p>
      {others.length > 0 ? (
        <SingleSignOn providers={others} to={to} only={!byPassword} proving />
      ) : null}
      {byPassword ? (
        <ProofForm
          action={proveAction}
          to={to}
          cancel={to}
          email={account.email ?? ''}
          asksCode={account.secondStep.since !== null}
        />
      ) : null}
    </FormPage>
  );
}
