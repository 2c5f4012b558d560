import type { Metadata } from 'next';
import { cache } from 'react';
import { Owned } from '@/components/people/owned';
import { Access } from '@/components/people/person-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { getPerson } from '@/lib/data/people-view';
import { found } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';

interface PersonPageProps {
  params: Promise<{ id: string }>;
}

/** Read once a request, for the title and for the page. */
const personAt = cache(async (id: string) => found(getPerson(await signedIn(), id)));

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await personAt((await params).id)).name };
}

export default async function PersonPage({ params }: PersonPageProps) {
  await signedIn();
  const person = await personAt((await params).id);
  return (
    <Page>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/people', label: 'People' },
        ]}
        title={person.name}
      />
      <div className="max-w-3xl">
        <SummaryList
          rows={[
            { label: 'Position', value: person.position },
            { label: 'Organisation', value: person.organisation ?? 'None' },
            ...(person.email
              ? [
                  {
                    label: 'Email address',
                    value: <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>,
                  },
                ]
              : []),
            { label: 'Signs in as', value: <Access person={person} /> },
          ]}
        />
      </div>
      <Owned person={person} />
    </Page>
  );
}
