import type { Metadata } from 'next';
import { FormPage } from '@/components/forms/form-page';
import { CodeForm } from '@/components/sign-in/code-form';
import { getAccount } from '@/lib/data/account';
import { currentBoard } from '@/lib/server/current-board';
import { sessionId, signedIn } from '@/lib/server/session';
import { removeSecondStepAction } from './actions';

const TITLE = 'Remove second step';
export const metadata: Metadata = { title: TITLE };

export default async function RemoveSecondStepPage() {
  const account = await getAccount(await signedIn(), await sessionId(), await currentBoard());
  const { since, neededFrom } = account.secondStep;
  const refused = neededFrom
    ? 'Your role needs a second step, so it cannot be removed.'
    : since
      ? null
      : 'Your account has no second step.';
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Your account', href: '/account' }]}
      back={{ label: 'Back to your account', href: '/account' }}
      refused={refused}
    >
      <CodeForm
        action={removeSecondStepAction}
        cancel="/account"
        submit="Remove second step"
        hint="Six digits from your app, or a recovery code. Your recovery codes go too."
      />
    </FormPage>
  );
}
