import type { Metadata } from 'next';
import { ActivityTable } from '@/components/activity/activity-table';
import { EventFilters } from '@/components/activity/event-filters';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { ActiveFilters } from '@/components/ui/active-filters';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { SearchRefused } from '@/components/ui/search-refused';
import { TextLink } from '@/components/ui/text-link';
import { getActivity } from '@/lib/data/activity';
import {
  ACTIVITY_CSV_PATH,
  ACTIVITY_PAGE_SIZE,
  ACTIVITY_PATH,
  activeActivityFilters,
  activityCount,
  activityQuerySchema,
  listAddress,
  SECURITY_PATH,
} from '@/lib/domain/activity';
import { besideSearch, refuseSearch } from '@/lib/domain/address-query';
import { EVENT_GROUP_NAMES, EVENT_GROUPS } from '@/lib/domain/event-kinds';
import { can } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Activity' };

const KINDS = EVENT_GROUP_NAMES.map((group) => {
  const { label, kinds } = EVENT_GROUPS[group];
  return {
    label,
    options: [
      { value: group as string, label: `All: ${label.toLowerCase()}` },
      ...Object.entries(kinds).map(([value, title]) => ({ value, label: title })),
    ],
  };
});

interface ActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ActivityPage({ searchParams }: ActivityPageProps) {
  const context = await signedIn();
  const search = await searchParams;
  const asked = activityQuerySchema.parse(search);
  const refused = refuseSearch(asked.subject);
  if (refused) {
    return (
      <Page>
        <PageHeader trail={[{ href: '/', label: 'Dashboard' }]} title="Activity" />
        <SearchRefused
          refused={refused}
          path={ACTIVITY_PATH}
          name="subject"
          words={asked.subject}
          beside={besideSearch(search, 'subject')}
        />
      </Page>
    );
  }
  const view = await getActivity(context, asked);
  const { rows, total, page, pages, people } = view;
  const { page: _, ...query } = view.query;
  const active = activeActivityFilters(view);
  return (
    <Page>
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Activity"
        lead={
          <p>
            Every change, export and download, with who made it by the name they had then. Nothing
            is ever taken away from this list.
            {!can(context.actor, 'handOver') &&
              ' What concerns people’s access is shown to officers and administrators.'}
          </p>
        }
        actions={
          view.maySeeSecurity && (
            <LinkButton href={SECURITY_PATH} variant="secondary">
              Security events
            </LinkButton>
          )
        }
      />
      <div className="space-y-4">
        <EventFilters
          path={ACTIVITY_PATH}
          query={query}
          people={people}
          who="Who"
          nobody="The system"
          kinds={KINDS}
          active={active.length}
        />
        <ActiveFilters filters={active} clearHref={ACTIVITY_PATH} />
        {total > 0 ? (
          <>
            <ActivityTable caption={activityCount(total, active.length > 0)} rows={rows} />
            <p className="print:hidden">
              Download{' '}
              {total === 1 ? 'this event' : `these ${total.toLocaleString('en-GB')} events`} as{' '}
              <TextLink href={listAddress(ACTIVITY_CSV_PATH, query)} download>
                CSV
              </TextLink>
            </p>
            <Pagination
              page={page}
              pages={pages}
              pageSize={ACTIVITY_PAGE_SIZE}
              total={total}
              href={(to) => listAddress(ACTIVITY_PATH, { ...query, page: to })}
            />
          </>
        ) : (
          <EmptyState title={active.length > 0 ? 'Nothing matches' : 'Nothing has happened yet'}>
            {active.length > 0 && (
              <p>
                Take a filter off, or <TextLink href={ACTIVITY_PATH}>show all activity</TextLink>.
              </p>
            )}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
