import type { Metadata } from 'next';
import { KindPanel } from '@/components/dashboard/kind-panel';
import { MeetingLine } from '@/components/dashboard/meeting-line';
import { RecentChanges } from '@/components/dashboard/recent-changes';
import { Yours } from '@/components/dashboard/yours';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { getDashboard } from '@/lib/data/dashboard';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage() {
  const context = await signedIn();
  const view = await getDashboard(context);
  return (
    <Page>
      <PageHeader
        title="Dashboard"
        lead={<MeetingLine nextMeeting={view.nextMeeting} lastMeeting={view.lastMeeting} />}
      />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-3">
        {view.kinds.map((counts) => (
          <KindPanel key={counts.kind} counts={counts} />
        ))}
      </div>
      <Yours mine={view.mine} mineTotal={view.mineTotal} href={`/people/${context.actor.id}`} />
      <RecentChanges recent={view.recent} />
    </Page>
  );
}
