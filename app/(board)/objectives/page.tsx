import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { GroupingItems } from '@/components/grouping/grouping-items';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { listObjectives } from '@/lib/data/groupings-view';
import { groupingPath } from '@/lib/domain/grouping';
import { can } from '@/lib/domain/permissions';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Local objectives';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), TITLE) };
}

export default async function ObjectivesPage({ searchParams }: ReadingProps) {
  await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const objectives = await listObjectives(context);
  const may = !at.asAt && can(context.actor, 'manageSources');
  const shown = objectives.filter(({ retired, items }) => !retired || items.length > 0);
  return (
    <AsAtPage
      width="page"
      moment={{ ...at, address: '/objectives' }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title={TITLE}
          lead={<p>The board’s own strategic objectives, and what is done towards each.</p>}
          actions={
            may && <LinkButton href="/groupings/new?kind=objective">Add an objective</LinkButton>
          }
        />
      }
    >
      {shown.length === 0 && (
        <EmptyState title="The board has set no objectives yet">
          <p>
            {may
              ? 'Add the first, then link recommendations and local actions to it.'
              : 'A public-health officer of the board can add them.'}
          </p>
        </EmptyState>
      )}
      {shown.map((objective) => (
        <Section
          key={objective.id}
          id={objective.code.toLowerCase()}
          title={objective.name}
          intro={objective.retired && 'Retired: forms no longer offer it.'}
          actions={
            <TextLink href={groupingPath(objective)} context={`of ${objective.name}`}>
              Its history
            </TextLink>
          }
        >
          <GroupingItems items={objective.items} name={objective.name} />
        </Section>
      ))}
    </AsAtPage>
  );
}
