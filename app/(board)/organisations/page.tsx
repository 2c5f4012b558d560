import type { Metadata } from 'next';
import { OrganisationTable } from '@/components/people/organisation-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { listOrganisations } from '@/lib/data/people-view';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Organisations' };

interface OrganisationsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OrganisationsPage({ searchParams }: OrganisationsPageProps) {
  const context = await signedIn();
  const done = await doneNotice(searchParams);
  const organisations = await listOrganisations(context);
  const partners = organisations.filter(({ national }) => !national);
  const bodies = organisations.filter(({ national }) => national);
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Organisations"
        actions={
          can(context.actor, 'addPeople') && (
            <LinkButton href="/organisations/new" variant="secondary">
              Add an organisation
            </LinkButton>
          )
        }
      />
      <Section id="partners" title="Partners" intro={<p>Whom the board works with here.</p>}>
        {partners.length > 0 ? (
          <OrganisationTable caption="Partners" organisations={partners} />
        ) : (
          <p className="text-muted">No partners have been added yet.</p>
        )}
      </Section>
      <Section
        id="bodies"
        title="National bodies"
        intro={
          <p>
            As the sources name them, and what has become of them since. Whom a recommendation is
            addressed to is the board’s own reading.
          </p>
        }
      >
        {bodies.length > 0 ? (
          <OrganisationTable caption="National bodies" organisations={bodies} national />
        ) : (
          <p className="text-muted">None are recorded.</p>
        )}
      </Section>
    </Page>
  );
}
