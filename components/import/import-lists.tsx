import { Moment } from '@/components/ui/date';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatSize } from '@/lib/domain/file-size';
import { discardPath, IMPORT_PATH, resultsPath, stepPath } from '@/lib/domain/import-path';
import type { ImportList, WaitingUpload } from '@/lib/domain/import-view';
import { countsInWords, IMPORT_KIND_NAMES } from '@/lib/domain/import-words';

/** Files of the reader's own that were read and not imported yet. */
export function WaitingTable({ uploads }: { uploads: readonly WaitingUpload[] }) {
  return (
    <Table
      caption="Your files that wait"
      captionHidden
      narrow
      rows={uploads}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          header: 'File',
          lead: true,
          cell: ({ id, fileName }) => <TextLink href={stepPath(id, 'rows')}>{fileName}</TextLink>,
        },
        { key: 'kind', header: 'Holds', cell: ({ setup }) => IMPORT_KIND_NAMES[setup.kind] },
        { key: 'size', header: 'Size', tight: true, cell: ({ size }) => formatSize(size) },
        {
          key: 'until',
          header: 'Kept until',
          cell: ({ expiresAt }) => <Moment at={expiresAt} />,
        },
        {
          key: 'discard',
          header: 'Discard',
          cell: ({ id, fileName }) => (
            <TextLink href={discardPath(id)} context={fileName}>
              Discard
            </TextLink>
          ),
        },
      ]}
    />
  );
}

/** What was imported, newest first. */
export function ImportedTable({ list }: { list: ImportList }) {
  if (list.total === 0) return <EmptyState title="Nothing has been imported yet." />;
  return (
    <div className="space-y-4">
      <Table
        caption="Imports"
        captionHidden
        rows={list.imports}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            header: 'File',
            lead: true,
            cell: ({ id, fileName }) => <TextLink href={resultsPath(id)}>{fileName}</TextLink>,
          },
          { key: 'kind', header: 'Held', cell: ({ kind }) => IMPORT_KIND_NAMES[kind] },
          { key: 'rows', header: 'Rows imported', cell: countsInWords },
          { key: 'by', header: 'By', cell: ({ author }) => author?.name ?? 'The system' },
          { key: 'at', header: 'When', cell: ({ at }) => <Moment at={at} /> },
        ]}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        pageSize={25}
        total={list.total}
        href={(page) => `${IMPORT_PATH}?page=${page}`}
      />
    </div>
  );
}
