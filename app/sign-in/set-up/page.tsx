import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { CodeForm } from '@/components/sign-in/code-form';
import { EnrolmentSteps } from '@/components/sign-in/enrolment-steps';
import { beginSecondStep } from '@/lib/data/second-step';
import { innerAddress } from '@/lib/domain/inner-address';
import { currentBoard } from '@/lib/server/current-board';
import type { ItemPageProps } from '@/lib/server/item-page';
import { awaited, qrPicture, secondStepContext } from '@/lib/server/second-step';
import { single } from '@/lib/server/way-back';
import { setUpAction } from './actions';

const TITLE = 'Set up a second step';
export const metadata: Metadata = { title: TITLE };

export default async function SetUpPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const to = innerAddress(single((await searchParams).to));
  const [{ enrolled, personId, token }, board] = await Promise.all([awaited(to), currentBoard()]);
  if (enrolled) redirect(`/sign-in/second-step?to=${encodeURIComponent(to)}`);
  const { secret, address } = await beginSecondStep(await secondStepContext(), personId, token);
  return (
    <OpenPage board={board}>
      <PageHeader
        title={TITLE}
        lead={<p>Your role needs one. It takes a minute, and an app on your phone.</p>}
      />
      <EnrolmentSteps secret={secret} address={address} picture={qrPicture(address)} />
      <CodeForm
        action={setUpAction}
        to={to}
        submit="Confirm and sign in"
        hint="The six digits the app shows now"
      />
    </OpenPage>
  );
}
