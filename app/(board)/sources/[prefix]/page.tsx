import type { Metadata } from 'next';
import { VersionHistory } from '@/components/history/version-history';
import { LinkedItems } from '@/components/item/linked-items';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { formatMonth } from '@/lib/domain/dates';
import { sourcePath } from '@/lib/domain/source';
import { doneNotice } from '@/lib/server/done';
import { signedIn } from '@/lib/server/session';
import { type SourcePageProps, sourceAt } from '@/lib/server/source-page';

export async function generateMetadata({
  params,
}: Pick<SourcePageProps, 'params'>): Promise<Metadata> {
  return { title: (await sourceAt((await params).prefix)).title };
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  await signedIn();
  const source = await sourceAt((await params).prefix);
  const done = await doneNotice(searchParams);
  const { prefix, items, mayManage } = source;
  const base = sourcePath(prefix);
  const what = prefix === 'C' ? 'Commitments' : 'Recommendations';
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/sources', label: 'Sources' },
        ]}
        caption={`Prefix ${prefix}`}
        title={source.title}
        lead={
          <p>
            {source.publisher}, {formatMonth(source.published)}.
            {source.national && ' Its words stay as they were published.'}
          </p>
        }
        actions={
          mayManage && (
            <>
              <LinkButton href={`${base}/add`}>Add a recommendation</LinkButton>
              <LinkButton href="/import?kind=recommendations" variant="secondary">
                Import from a spreadsheet
              </LinkButton>
              <LinkButton href={`${base}/edit`} variant="secondary">
                Change this source
              </LinkButton>
            </>
          )
        }
      />
      <Section id="items" title={what}>
        {items.length > 0 ? (
          <LinkedItems caption={`${what} of ${source.title}`} captionHidden items={items} />
        ) : (
          <EmptyState title="None of its recommendations is in the register yet">
            <p>
              {mayManage
                ? 'Add them one by one, word for word.'
                : 'A public-health officer of the board can add them.'}
            </p>
          </EmptyState>
        )}
      </Section>
      <Section id="history" title="History">
        <VersionHistory history={source.history} />
      </Section>
    </Page>
  );
}
