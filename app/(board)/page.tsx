import type { Metadata } from 'next';
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
import { StorageNotice } from '@/components/settings/storage-notice';
import { PageHeader } from '@/components/shell/page-header';
import { StartBanner } from '@/components/start/start-banner';
import { listChallenges } from '@/lib/data/challenges';
import { getDashboard } from '@/lib/data/dashboard';
import { listAwaiting, listDecisionsForOwner } from '@/lib/data/decisions-view';
import { countMyMeetingActions } from '@/lib/data/meeting-actions-view';
import { getMovementSinceMeeting } from '@/lib/data/movement';
import { countQuestionsToAnswer } from '@/lib/data/questions-view';
import { getReturns } from '@/lib/data/returns';
import { getStart } from '@/lib/data/start';
import { getStorage } from '@/lib/data/storage';
import { can } from '@/lib/domain/permissions';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

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
  const [view, moved, challenges, awaiting, decided, meetingActions, toAnswer, start, storage] =
    await Promise.all([
      getDashboard(context),
      getMovementSinceMeeting(context),
      listChallenges(context),
      listAwaiting(context),
      listDecisionsForOwner(context, actor.id, DECIDED),
      countMyMeetingActions(context),
      countQuestionsToAnswer(context),
      setsUp && !at.asAt ? getStart(context) : null,
      setsUp && !at.asAt ? getStorage(context) : null,
    ]);
  const next = at.asAt ? null : view.nextMeeting;
  const returns = next && (await getReturns(context, next.slug));
  return (
    <AsAtPage
      moment={{ ...at, address: '/' }}
      header={
        <PageHeader
          title="Dashboard"
          lead={<MeetingLine nextMeeting={view.nextMeeting} lastMeeting={view.lastMeeting} />}
        />
      }
    >
      {storage?.numbers && (
        <StorageNotice storage={storage} mayChange={can(actor, 'manageSettings')} />
      )}
      {start && !start.complete && !start.settled && <StartBanner start={start} />}
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
