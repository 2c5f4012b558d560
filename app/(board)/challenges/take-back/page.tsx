import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { Acknowledgement } from '@/components/challenge/acknowledgement';
import { ChallengeFormPage } from '@/components/challenge/challenge-form-page';
import { TakeBackForm } from '@/components/challenge/take-back-form';
import { listChallenges } from '@/lib/data/challenges';
import { challengeKey } from '@/lib/domain/acknowledgement';
import { CHALLENGES_PATH, ruleTitle } from '@/lib/domain/challenge-query';
import { can } from '@/lib/domain/permissions';
import type { ReadingProps } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { takeBackAction } from './actions';

const TITLE = 'Take back an acknowledgement';
export const metadata: Metadata = { title: TITLE };

export default async function TakeBackPage({ searchParams }: ReadingProps) {
  const context = await signedIn();
  const named = single((await searchParams).challenge);
  const list = await listChallenges(context);
  const line = list.lines.find((one) => one.acknowledged && challengeKey(one) === named);
  return (
    <ChallengeFormPage
      title={TITLE}
      list={list}
      may={can(context.actor, 'acknowledge')}
      nothing={line ? null : 'This is not acknowledged, or no longer on the list.'}
    >
      <TakeBackForm
        intro={
          line?.acknowledged && (
            <div className="space-y-2">
              <p>
                <strong>
                  {line.reference} {line.shortTitle}
                </strong>
              </p>
              <p>
                {ruleTitle(line.rule)}. {line.sentence}.
              </p>
              <Acknowledgement acknowledged={line.acknowledged} />
            </div>
          )
        }
        action={takeBackAction}
        submissionId={randomUUID()}
        cancel={CHALLENGES_PATH}
        meeting={list.meeting?.slug ?? ''}
        challenge={named ?? ''}
      />
    </ChallengeFormPage>
  );
}
