import type { Metadata } from 'next';
import { ResultsTable } from '@/components/import/results-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Moment } from '@/components/ui/date';
import { Pagination } from '@/components/ui/pagination';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { getImport } from '@/lib/data/imports-view';
import { formatSize } from '@/lib/domain/file-size';
import { IMPORT_PATH, resultsPath } from '@/lib/domain/import-path';
import { countsInWords, IMPORT_KIND_NAMES } from '@/lib/domain/import-words';
import { doneNotice } from '@/lib/server/done';
import type { ImportPageProps } from '@/lib/server/import-page';
import { found } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';

const TITLE = 'What an import did';
export const metadata: Metadata = { title: TITLE };

const ROWS = 100;

export default async function ResultsPage({ params, searchParams }: ImportPageProps) {
  const context = await signedIn();
  const [{ id }, { page }] = [await params, await searchParams];
  const view = await found(getImport(context, id, Number(single(page)) || 1));
  const done = await doneNotice(searchParams);
  const total = view.counts.new + view.counts.changed + view.counts.stale;
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: IMPORT_PATH, label: 'Import' },
        ]}
        caption={view.fileName}
        title={TITLE}
        lead={<p>It is undone by further updates: everything it did stands in the histories.</p>}
      />
      <SummaryList
        rows={[
          { label: 'Held', value: IMPORT_KIND_NAMES[view.kind] },
          { label: 'Rows imported', value: countsInWords(view) },
          {
            label: 'Imported',
            value: (
              <>
                <Moment at={view.at} /> by {view.author?.name ?? 'the system'}
              </>
            ),
          },
          {
            label: 'File',
            value: (
              <>
                {view.fileName}, {formatSize(view.size)}
                <br />
                <span className="text-sm text-muted wrap-anywhere">SHA-256 {view.sha256}</span>
              </>
            ),
          },
        ]}
      />
      {view.redact && (
        <p>
          <TextLink href={view.redact}>Redact the file’s name</TextLink>
        </p>
      )}
      <ResultsTable rows={view.rows} />
      <Pagination
        page={view.page}
        pages={view.pages}
        pageSize={ROWS}
        total={total}
        href={(to) => `${resultsPath(id)}?page=${to}`}
      />
    </Page>
  );
}
