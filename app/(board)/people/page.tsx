import type { Metadata } from 'next';
import { PersonSearch } from '@/components/people/person-search';
import { PersonTable } from '@/components/people/person-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { listPeople } from '@/lib/data/people-view';
import { notice } from '@/lib/domain/notices';
import { can } from '@/lib/domain/permissions';
import { searchPeople } from '@/lib/domain/person-search';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'People' };

interface PeoplePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const context = await signedIn();
  const search = await searchParams;
  const q = [search.q].flat()[0]?.trim().slice(0, 200) ?? '';
  const done = notice(search.done);
  const everybody = await listPeople(context);
  const people = searchPeople(everybody, q);
  return (
    <Page width="page">
      {done && <Notification tone="success" title={done} />}
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="People"
        lead={<p>Everyone who owns something or can sign in. Owning needs no account.</p>}
        actions={
          can(context.actor, 'addPeople') && (
            <LinkButton href="/people/new" variant="secondary">
              Add a person
            </LinkButton>
          )
        }
      />
      <PersonSearch q={q} />
      {people.length > 0 ? (
        <PersonTable
          caption={
            q ? `${people.length} of ${everybody.length} people match` : `${people.length} people`
          }
          people={people}
        />
      ) : (
        <EmptyState title={q ? `Nobody matches “${q}”` : 'Nobody yet'}>
          {q && (
            <p>
              Try fewer words, or <TextLink href="/people">show all {everybody.length}</TextLink>.
            </p>
          )}
        </EmptyState>
      )}
    </Page>
  );
}
