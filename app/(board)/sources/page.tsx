import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { PageHeader } from '@/components/shell/page-header';
import { SourceTable } from '@/components/source/source-table';
import { LinkButton } from '@/components/ui/button';
import { listSources } from '@/lib/data/sources-view';
import { can } from '@/lib/domain/permissions';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Sources';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), TITLE) };
}

export default async function SourcesPage({ searchParams }: ReadingProps) {
  await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const sources = await listSources(context);
  const may = !at.asAt && can(context.actor, 'manageSources');
  return (
    <AsAtPage
      width="page"
      moment={{ ...at, address: '/sources' }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title={TITLE}
          lead={<p>The documents whose recommendations and commitments the board follows.</p>}
          actions={may && <LinkButton href="/sources/new">Add a source</LinkButton>}
        />
      }
    >
      <SourceTable sources={sources} />
    </AsAtPage>
  );
}
