import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { RAG_STATUSES, type RagKeys } from '@/lib/domain/rag';
import { RagTag } from '../status/rag-tag';
import { Table } from '../ui/table';

/** What each status means for each kind: the key that papers print. */
export function RagKeyTable({ ragKey }: { ragKey: RagKeys }) {
  return (
    <Table
      caption="RAG key"
      captionHidden
      rows={[...RAG_STATUSES]}
      rowKey={(status) => status}
      columns={[
        {
          key: 'status',
          header: 'Status',
          lead: true,
          tight: true,
          cell: (status) => <RagTag status={status} />,
        },
        ...ITEM_KINDS.map((kind) => ({
          key: kind,
          header: KIND_NAMES[kind].one,
          cell: (status: (typeof RAG_STATUSES)[number]) => ragKey[kind][status],
        })),
      ]}
    />
  );
}
