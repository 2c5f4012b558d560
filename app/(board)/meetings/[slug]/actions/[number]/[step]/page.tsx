import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { StepForm } from '@/components/meeting-action/step-form';
import { getMeetingAction } from '@/lib/data/meeting-actions-view';
import { type MeetingActionEventKind, refuseStep } from '@/lib/domain/meeting-action';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { found, nothingAt } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { doneAction, reopenAction, withdrawAction } from './actions';

interface StepPageProps {
  params: Promise<{ slug: string; number: string; step: string }>;
}

const STEPS = {
  done: {
    kind: 'done',
    title: 'Mark a meeting action as done',
    label: 'What was done',
    submit: 'Mark as done',
    run: doneAction,
  },
  reopen: {
    kind: 'reopened',
    title: 'Reopen a meeting action',
    label: 'Why it is reopened',
    submit: 'Reopen',
    run: reopenAction,
  },
  withdraw: {
    kind: 'withdrawn',
    title: 'Withdraw a meeting action',
    label: 'Why it should not have been opened',
    submit: 'Withdraw',
    run: withdrawAction,
  },
} as const satisfies Record<string, { kind: MeetingActionEventKind; [more: string]: unknown }>;

const stepOf = (name: string) =>
  Object.hasOwn(STEPS, name) ? STEPS[name as keyof typeof STEPS] : nothingAt();

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  return { title: stepOf((await params).step).title };
}

export default async function MeetingActionStepPage({ params }: StepPageProps) {
  const context = await signedIn();
  const { slug, number, step } = await params;
  const { kind, title, label, submit, run } = stepOf(step);
  if (!/^[1-9]\d{0,5}$/.test(number)) nothingAt();
  const action = await found(getMeetingAction(context, slug, Number(number)));
  const back = `${meetingPath(slug)}/actions`;
  const may = kind === 'done' ? action.may.close : action.may.manage;
  const refused = refuseStep(action.state, kind);
  return (
    <FormPage
      title={title}
      caption={meetingTitle(action.meeting)}
      crumbs={[
        { label: 'Meetings', href: '/meetings' },
        { label: meetingTitle(action.meeting), href: meetingPath(slug) },
        { label: 'Meeting actions', href: back },
      ]}
      back={{ label: 'Back to the meeting actions', href: back }}
      refused={may ? refused && `${refused}.` : ROLE_REFUSES}
    >
      <StepForm
        intro={
          <p className="measure wrap-anywhere">
            <strong>{action.what}</strong> ({action.owner.name})
          </p>
        }
        action={run.bind(null, { id: action.id, back })}
        submissionId={randomUUID()}
        cancel={back}
        label={label}
        submit={submit}
      />
    </FormPage>
  );
}
