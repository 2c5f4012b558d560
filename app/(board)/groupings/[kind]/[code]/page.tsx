import type { Metadata } from 'next';
import { GroupingItems } from '@/components/grouping/grouping-items';
import { VersionHistory } from '@/components/history/version-history';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Notification } from '@/components/ui/notification';
import { Section } from '@/components/ui/section';
import { GROUPING_NAMES, groupingLabel, groupingPath } from '@/lib/domain/grouping';
import { doneNotice } from '@/lib/server/done';
import { type GroupingPageProps, groupingAt } from '@/lib/server/grouping-page';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({
  params,
}: Pick<GroupingPageProps, 'params'>): Promise<Metadata> {
  return { title: groupingLabel(await groupingAt(params)) };
}

export default async function GroupingPage({ params, searchParams }: GroupingPageProps) {
  await signedIn();
  const grouping = await groupingAt(params);
  const done = await doneNotice(searchParams);
  const { retired, mayManage } = grouping;
  const base = groupingPath(grouping);
  const name = groupingLabel(grouping);
  return (
    <Page done={done} width="page">
      {retired && (
        <Notification title="Retired: forms no longer offer it. What is linked to it stays so." />
      )}
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/groupings', label: 'Groupings' },
        ]}
        caption={GROUPING_NAMES[grouping.kind].one}
        title={name}
        actions={
          mayManage && (
            <>
              <LinkButton href={`${base}/edit`}>Rename</LinkButton>
              <LinkButton href={`${base}/${retired ? 'restore' : 'retire'}`} variant="secondary">
                {retired ? 'Take it up again' : 'Retire'}
              </LinkButton>
            </>
          )
        }
      />
      <Section id="items" title="What belongs to it">
        <GroupingItems items={grouping.items} name={name} />
      </Section>
      <Section id="history" title="History">
        <VersionHistory history={grouping.history} />
      </Section>
    </Page>
  );
}
