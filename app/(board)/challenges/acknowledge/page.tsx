import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AcknowledgeForm } from '@/components/challenge/acknowledge-form';
import { ChallengeFormPage } from '@/components/challenge/challenge-form-page';
import { listChallenges } from '@/lib/data/challenges';
import { challengeKey } from '@/lib/domain/acknowledgement';
import {
  CHALLENGES_PATH,
  challengeQuerySchema,
  narrow,
  ruleTitle,
} from '@/lib/domain/challenge-query';
import { can } from '@/lib/domain/permissions';
import type { ReadingProps } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';
import { acknowledgeAction } from './actions';

const TITLE = 'Acknowledge challenges';
export const metadata: Metadata = { title: TITLE };

/** The address narrows what is offered, as on the list, and can name what is ticked. */
export default async function AcknowledgePage({ searchParams }: ReadingProps) {
  const context = await signedIn();
  const asked = await searchParams;
  const list = await listChallenges(context);
  const query = challengeQuerySchema.parse(asked);
  const offered = narrow(list.lines, query, context.actor.id).filter((one) => !one.acknowledged);
  const named = [asked.challenge ?? []].flat();
  return (
    <ChallengeFormPage
      title={TITLE}
      list={list}
      may={can(context.actor, 'acknowledge')}
      nothing={offered.length > 0 ? null : 'There is nothing here left to acknowledge.'}
    >
      <AcknowledgeForm
        intro={
          <p className="measure">
            They stay on the list, marked as acknowledged for this meeting, with your reason.
          </p>
        }
        action={acknowledgeAction}
        submissionId={randomUUID()}
        cancel={CHALLENGES_PATH}
        meeting={list.meeting?.slug ?? ''}
        chosen={named}
        options={offered.map((line) => ({
          value: challengeKey(line),
          label: `${line.reference} ${line.shortTitle}`,
          hint: `${ruleTitle(line.rule)}. ${line.sentence}.`,
        }))}
      />
    </ChallengeFormPage>
  );
}
