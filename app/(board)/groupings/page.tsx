import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { GroupingTable } from '@/components/grouping/grouping-table';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { listGroupings } from '@/lib/data/groupings-view';
import { GROUPING_NAMES, OWN_GROUPING_KINDS } from '@/lib/domain/grouping';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Groupings';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), TITLE) };
}

export default async function GroupingsPage({ searchParams }: ReadingProps) {
  await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const groupings = await listGroupings(context);
  const done = await doneNotice(searchParams);
  const may = !at.asAt && can(context.actor, 'manageSources');
  return (
    <AsAtPage
      done={done}
      width="page"
      moment={{ ...at, address: '/groupings' }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title={TITLE}
          lead={
            <p>
              What recommendations, commitments and local actions belong to. It is the board’s own
              reading, not official.
            </p>
          }
          actions={may && <LinkButton href="/groupings/new">Add a grouping</LinkButton>}
        />
      }
    >
      {OWN_GROUPING_KINDS.map((kind) => {
        const { many, path } = GROUPING_NAMES[kind];
        const those = groupings.filter((grouping) => grouping.kind === kind);
        return (
          <Section key={kind} id={path} title={many}>
            {those.length > 0 ? (
              <GroupingTable caption={many} groupings={those} />
            ) : (
              <p className="text-muted">There are none yet.</p>
            )}
          </Section>
        );
      })}
    </AsAtPage>
  );
}
