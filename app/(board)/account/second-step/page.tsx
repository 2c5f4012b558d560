import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormPage } from '@/components/forms/form-page';
import { CodeForm } from '@/components/sign-in/code-form';
import { EnrolmentSteps } from '@/components/sign-in/enrolment-steps';
import { beginSecondStep, hasSecondStep } from '@/lib/data/second-step';
import { qrPicture, secondStepContext } from '@/lib/server/second-step';
import { sessionId, signedIn } from '@/lib/server/session';
import { addSecondStepAction } from './actions';

const TITLE = 'Set up a second step';
export const metadata: Metadata = { title: TITLE };

export default async function AddSecondStepPage() {
  const { actor, db } = await signedIn();
  if (await hasSecondStep({ db }, actor.id)) redirect('/account');
  const begunBy = (await sessionId()) ?? '';
  const { secret, address } = await beginSecondStep(await secondStepContext(), actor.id, begunBy);
  return (
    <FormPage title={TITLE} crumbs={[{ label: 'Your account', href: '/account' }]}>
      <EnrolmentSteps secret={secret} address={address} picture={qrPicture(address)} />
      <CodeForm
        action={addSecondStepAction}
        cancel="/account"
        submit="Confirm"
        hint="The six digits the app shows now"
      />
    </FormPage>
  );
}
