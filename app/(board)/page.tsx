import type { Metadata } from 'next';
import { SecondStepDue } from '@/components/account/second-step-due';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { Awaiting } from '@/components/dashboard/awaiting';
import { BeforeMeeting } from '@/components/dashboard/before-meeting';
import { ChallengeCounts } from '@/components/dashboard/challenge-counts';
import { Decided } from '@/components/dashboard/decided';
import { KindPanel } from '@/components/dashboard/kind-panel';
import { MeetingLine } from '@/components/dashboard/meeting-line';
import { Moved } from '@/components/dashboard/moved';
import { RecentChanges } from '@/components/dashboard/recent-changes';
import { YourMeetingActions } from '@/components/dashboard/your-meeting-actions';
import { Yours } from '@/components/dashboard/yours';
import { RedactionNotes } from '@/components/redaction/redaction-notes';
import { StorageNotice } from '@/components/settings/storage-notice';
import { PageHeader } from '@/components/shell/page-header';
import { StartBanner } from '@/components/start/start-banner';
import { listChallenges } from '@/lib/data/challenges';
import { getDashboard } from '@/lib/data/dashboard';
import { listAwaiting, listDecisionsForOwner } from '@/lib/data/decisions-view';
import { countMyMeetingActions } from '@/lib/data/meeting-actions-view';
import { getMovementSinceMeeting } from '@/lib/data/movement';
import { countQuestionsToAnswer } from '@/lib/data/questions-view';
import { listRedactionNotes } from '@/lib/data/redaction-notes';
import { getReturns } from '@/lib/data/returns';
import { getStart } from '@/lib/data/start';
import { getStorage } from '@/lib/data/storage';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { secondStepDue } from '@/lib/server/second-step-due';
import { signedIn } from '@/lib/server/session';
import { putAwayAction } from './redactions/actions';

/** As many decisions as an owner looks back over. */
const DECIDED = 3;

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), 'Dashboard') };
}

export default async function DashboardPage({ searchParams }: ReadingProps) {
  const { actor } = await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const setsUp = can(actor, 'manageMeetings') || can(actor, 'manageSettings');
  const [
    view,
    moved,
    challenges,
    awaiting,
    decided,
    meetingActions,
    toAnswer,
    start,
    told,
    storage,
  ] = await Promise.all([
    getDashboard(context),
    getMovementSinceMeeting(context),
    listChallenges(context),
    listAwaiting(context),
    listDecisionsForOwner(context, actor.id, DECIDED),
    countMyMeetingActions(context),
    countQuestionsToAnswer(context),
    setsUp && !at.asAt ? getStart(context) : null,
    at.asAt ? [] : listRedactionNotes(context),
    setsUp && !at.asAt ? getStorage(context) : null,
  ]);
  const due = at.asAt ? null : await secondStepDue();
  const next = at.asAt ? null : view.nextMeeting;
  const done = await doneNotice(searchParams);
  const returns = next && (await getReturns(context, next.slug));
  return (
    <AsAtPage
      done={done}
      moment={{ ...at, address: '/' }}
      header={
        <PageHeader
          title="Dashboard"
          lead={<MeetingLine nextMeeting={view.nextMeeting} lastMeeting={view.lastMeeting} />}
        />
      }
    >
      {due ? <SecondStepDue from={due} /> : null}
      {storage && <StorageNotice storage={storage} mayChange={can(actor, 'manageSettings')} />}
      {start && !start.complete && !start.settled && <StartBanner start={start} />}
      <RedactionNotes notes={told} putAway={putAwayAction} />
      <BeforeMeeting toAnswer={toAnswer} returns={returns} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-3">
        {view.kinds.map((counts) => (
          <KindPanel key={counts.kind} counts={counts} />
        ))}
      </div>
      <Yours
        mine={view.mine}
        mineTotal={view.mineTotal}
        href={at.asAt ? null : `/people/${actor.id}`}
      />
      <YourMeetingActions count={meetingActions} />
      {moved && (
        <Moved view={moved} nextMeeting={view.nextMeeting} lastMeeting={view.lastMeeting} />
      )}
      <Decided decisions={decided} />
      <Awaiting awaiting={awaiting} nextMeeting={view.nextMeeting} />
      <ChallengeCounts list={challenges} me={actor.id} />
      <RecentChanges recent={view.recent} />
    </AsAtPage>
  );
}
