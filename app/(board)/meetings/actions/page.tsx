import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { MeetingActionTable } from '@/components/meeting-action/meeting-action-table';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { listOpenMeetingActions } from '@/lib/data/meeting-actions-view';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Open meeting actions';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), TITLE) };
}

export default async function OpenMeetingActionsPage({ searchParams }: ReadingProps) {
  const { actor } = await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const all = await listOpenMeetingActions(context);
  const mine = all.filter(({ owner }) => owner.id === actor.id);
  const others = all.filter(({ owner }) => owner.id !== actor.id);
  return (
    <AsAtPage
      moment={{ ...at, address: '/meetings/actions' }}
      width="page"
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: '/meetings', label: 'Meetings' },
          ]}
          title={TITLE}
          lead={<p>What meetings of the board asked of people and is not done yet.</p>}
        />
      }
    >
      <Section id="yours" title="Yours">
        {mine.length > 0 ? (
          <MeetingActionTable caption="Your meeting actions" actions={mine} from />
        ) : (
          <p className="text-muted">No meeting action of yours is open.</p>
        )}
      </Section>
      <Section id="others" title="Of others">
        {others.length > 0 ? (
          <MeetingActionTable caption="Meeting actions of others" actions={others} from />
        ) : (
          <p className="text-muted">None is open.</p>
        )}
      </Section>
    </AsAtPage>
  );
}
