import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { SeatTable } from '@/components/membership/seat-table';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { listMembership } from '@/lib/data/membership-view';
import { doneNotice } from '@/lib/server/done';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Members of the board';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), TITLE) };
}

export default async function MembersPage({ searchParams }: ReadingProps) {
  await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const { members, others, mayManage } = await listMembership(context);
  const done = await doneNotice(searchParams);
  return (
    <AsAtPage
      done={done}
      moment={{ ...at, address: '/meetings/members' }}
      width="page"
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: '/meetings', label: 'Meetings' },
          ]}
          title={TITLE}
          lead={<p>Attendance and apologies are recorded of them. Not all of them sign in.</p>}
          actions={mayManage && <LinkButton href="/meetings/members/new">Add a member</LinkButton>}
        />
      }
    >
      {members.length > 0 ? (
        <SeatTable caption="Members of the board" seats={members} mayManage={mayManage} />
      ) : (
        <EmptyState title="Nobody is recorded as a member yet.">
          <p>
            {mayManage
              ? 'Add the chair and the members, so that attendance can be recorded.'
              : 'A public-health officer of the board can add its members.'}
          </p>
        </EmptyState>
      )}
      {others.length > 0 && (
        <Section id="others" title="Before and to come">
          <SeatTable caption="Members before and to come" seats={others} mayManage={mayManage} />
        </Section>
      )}
    </AsAtPage>
  );
}
