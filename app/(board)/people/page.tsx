import type { Metadata } from 'next';
import { PersonSearch } from '@/components/people/person-search';
import { PersonTable } from '@/components/people/person-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { SearchRefused } from '@/components/ui/search-refused';
import { TextLink } from '@/components/ui/text-link';
import { listPeople } from '@/lib/data/people-view';
import { SECURITY_PATH } from '@/lib/domain/activity';
import { refuseSearch } from '@/lib/domain/address-query';
import { can } from '@/lib/domain/permissions';
import {
  PEOPLE_PAGE_SIZE,
  pageOf,
  peopleAddress,
  peopleQuerySchema,
  searchPeople,
} from '@/lib/domain/person-search';
import { doneNotice } from '@/lib/server/done';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'People' };

interface PeoplePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const context = await signedIn();
  const search = await searchParams;
  const query = peopleQuerySchema.parse(search);
  const { q, access } = query;
  const done = await doneNotice(searchParams);
  const everybody = await listPeople(context);
  const refused = refuseSearch(q);
  const found = (refused ? [] : searchPeople(everybody, q)).filter(
    (one) => !access || one.access === access,
  );
  const { rows, page, pages } = pageOf(found, query.page);
  const narrowed = q !== '' || access !== '';
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="People"
        lead={<p>Everyone who owns something or can sign in. Owning needs no account.</p>}
        actions={
          <>
            {can(context.actor, 'invite', { roles: [] }) && (
              <LinkButton href="/people/invite">Invite somebody</LinkButton>
            )}
            {can(context.actor, 'readSecurityEvents') && (
              <LinkButton href={SECURITY_PATH} variant="secondary">
                Security events
              </LinkButton>
            )}
            {can(context.actor, 'addPeople') && (
              <LinkButton href="/people/new" variant="secondary">
                Add a person
              </LinkButton>
            )}
          </>
        }
      />
      {!refused && <PersonSearch q={q} access={access} />}
      {refused ? (
        <SearchRefused
          refused={refused}
          path="/people"
          name="q"
          words={q}
          beside={access ? [['access', access]] : []}
        />
      ) : found.length > 0 ? (
        <div className="space-y-4">
          <PersonTable
            caption={
              narrowed
                ? `${found.length} of ${everybody.length} people match`
                : `${found.length} people`
            }
            people={rows}
          />
          <Pagination
            page={page}
            pages={pages}
            pageSize={PEOPLE_PAGE_SIZE}
            total={found.length}
            href={(to) => peopleAddress({ q, access, page: to })}
          />
        </div>
      ) : (
        <EmptyState title={narrowed ? 'Nobody matches' : 'Nobody yet'}>
          {narrowed && (
            <p>
              Try fewer words or any access, or{' '}
              <TextLink href="/people">show all {everybody.length}</TextLink>.
            </p>
          )}
        </EmptyState>
      )}
    </Page>
  );
}
