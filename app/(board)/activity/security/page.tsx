import type { Metadata } from 'next';
import { EventFilters } from '@/components/activity/event-filters';
import { SecurityTable } from '@/components/activity/security-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { ActiveFilters } from '@/components/ui/active-filters';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { getSecurityEvents } from '@/lib/data/security-events-view';
import {
  ACTIVITY_PATH,
  activityCount,
  listAddress,
  SECURITY_CSV_PATH,
  SECURITY_PATH,
} from '@/lib/domain/activity';
import { can } from '@/lib/domain/permissions';
import { SECURITY_EVENT_KINDS, SECURITY_EVENTS } from '@/lib/domain/security-event';
import {
  activeSecurityFilters,
  SECURITY_PAGE_SIZE,
  securityQuerySchema,
} from '@/lib/domain/security-query';
import { nothingAt } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Security events';
export const metadata: Metadata = { title: TITLE };

const KINDS = [
  {
    label: 'Security events',
    options: SECURITY_EVENT_KINDS.map((value) => ({ value, label: SECURITY_EVENTS[value] })),
  },
];

interface SecurityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** For administrators; to everybody else there is no such page. */
export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const context = await signedIn();
  if (!can(context.actor, 'readSecurityEvents')) nothingAt();
  const view = await getSecurityEvents(context, securityQuerySchema.parse(await searchParams));
  const { rows, total, page, pages, people, months } = view;
  const { page: _, ...query } = view.query;
  const active = activeSecurityFilters(view);
  return (
    <Page>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: ACTIVITY_PATH, label: 'Activity' },
        ]}
        title={TITLE}
        lead={
          <p>
            Sign-ins, failures, sessions that ended, what a role did not allow and unusually many
            downloads, for administrators alone. They are kept for {months} months:{' '}
            <TextLink href="/settings/access">change how long</TextLink>.
          </p>
        }
      />
      <div className="space-y-4">
        <EventFilters
          path={SECURITY_PATH}
          query={query}
          people={people}
          who="Whose account"
          nobody="No account"
          kinds={KINDS}
          active={active.length}
        />
        <ActiveFilters filters={active} clearHref={SECURITY_PATH} />
        {total > 0 ? (
          <>
            <SecurityTable caption={activityCount(total, active.length > 0)} rows={rows} />
            <p className="print:hidden">
              Download{' '}
              {total === 1 ? 'this event' : `these ${total.toLocaleString('en-GB')} events`} as{' '}
              <TextLink href={listAddress(SECURITY_CSV_PATH, query)} download>
                CSV
              </TextLink>
            </p>
            <Pagination
              page={page}
              pages={pages}
              pageSize={SECURITY_PAGE_SIZE}
              total={total}
              href={(to) => listAddress(SECURITY_PATH, { ...query, page: to })}
            />
          </>
        ) : (
          <EmptyState title={active.length > 0 ? 'Nothing matches' : 'Nothing has happened yet'}>
            {active.length > 0 && (
              <p>
                Take a filter off, or{' '}
                <TextLink href={SECURITY_PATH}>show all security events</TextLink>.
              </p>
            )}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
