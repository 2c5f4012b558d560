import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { IssueForm } from '@/components/paper-issue/issue-form';
import { OpenChallenges } from '@/components/paper-issue/open-challenges';
import { getIssuePlan } from '@/lib/data/papers-view';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { issuePaperAction } from './actions';

const TITLES = { paper: 'Issue the paper', addendum: 'Issue an addendum' } as const;
const kindOf = (text: string | undefined) => (text === 'addendum' ? 'addendum' : 'paper');

export async function generateMetadata({ searchParams }: MeetingPageProps): Promise<Metadata> {
  return { title: TITLES[kindOf(single((await searchParams).kind))] };
}

export default async function IssuePaperPage({ params, searchParams }: MeetingPageProps) {
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  const kind = kindOf(single((await searchParams).kind));
  const plan = draft && (await getIssuePlan(await signedIn(), meeting.slug, kind));
  const uncleared =
    draft && !draft.cleared ? 'The draft has not been cleared yet: clear it first.' : null;
  const tooEarly =
    plan && kind === 'addendum' && !plan.issued
      ? 'An addendum comes after a paper: none has been issued yet.'
      : null;
  return (
    <PaperFormPage
      title={kind === 'paper' && plan?.replaces ? 'Issue a correction' : TITLES[kind]}
      meeting={meeting}
      keptFrom={keptFrom ?? uncleared ?? tooEarly}
    >
      {draft && plan && (
        <IssueForm
          kind={kind}
          replaces={plan.replaces}
          open={plan.open.length}
          action={issuePaperAction.bind(null, meeting.slug)}
          submissionId={randomUUID()}
          basedOn={draft.number}
          cancel={paperPath(meeting.slug)}
          intro={
            <div className="measure space-y-3">
              {kind === 'addendum' ? (
                <p>
                  An addendum holds what the register recorded after the paper was issued: the lines
                  that changed, and what has come before the board since.
                </p>
              ) : (
                <p>
                  Its words and files are frozen, a version for members and one for the public, and
                  never change after that.{' '}
                  {plan.replaces === null
                    ? 'It has the figures of this moment.'
                    : `It becomes version ${plan.version}; version ${plan.replaces} can still be read.`}
                </p>
              )}
              {kind === 'paper' && <OpenChallenges plan={plan} />}
            </div>
          }
        />
      )}
    </PaperFormPage>
  );
}
