import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { CodeForm } from '@/components/sign-in/code-form';
import { TextLink } from '@/components/ui/text-link';
import { innerAddress } from '@/lib/domain/inner-address';
import { currentBoard } from '@/lib/server/current-board';
import type { ItemPageProps } from '@/lib/server/item-page';
import { awaited } from '@/lib/server/second-step';
import { single } from '@/lib/server/way-back';
import { secondStepAction } from './actions';

const TITLE = 'Enter your code';
export const metadata: Metadata = { title: TITLE };

export default async function SecondStepPage({
  searchParams,
}: Pick<ItemPageProps, 'searchParams'>) {
  const to = innerAddress(single((await searchParams).to));
  const [{ enrolled }, board] = await Promise.all([awaited(to), currentBoard()]);
  if (!enrolled) redirect(`/sign-in/set-up?to=${encodeURIComponent(to)}`);
  return (
    <OpenPage board={board}>
      <PageHeader title={TITLE} lead={<p>The second step of signing in.</p>} />
      <CodeForm
        action={secondStepAction}
        to={to}
        submit="Sign in"
        hint="Six digits from your authenticator app. Without your phone, enter a recovery code."
      />
      <p className="measure">
        No phone and no recovery code? An administrator can take the second step off your account.
      </p>
      <p>
        <TextLink href="/sign-in">Begin again</TextLink>
      </p>
    </OpenPage>
  );
}
