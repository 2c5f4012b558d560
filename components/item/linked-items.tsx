import { itemPath, LINK_STRENGTH_NAMES } from '@/lib/domain/item';
import type { LinkedItem } from '@/lib/domain/view';
import { EvidenceTag } from '../status/evidence-tag';
import { RagTag } from '../status/rag-tag';
import { ScheduleTag } from '../status/schedule-tag';
import { type Column, Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

const REFERENCE: Column<LinkedItem> = {
  key: 'reference',
  header: 'Reference',
  tight: true,
  lead: true,
  cell: (item) => <span className="tabular-nums">{item.reference}</span>,
};
const TITLE: Column<LinkedItem> = {
  key: 'title',
  header: 'Short title',
  lead: true,
  cell: (item) => (
    <div className="space-y-1">
      <TextLink href={itemPath(item.reference)}>{item.shortTitle}</TextLink>
      {item.lifecycle !== 'open' && (
        <p>
          <Tag>{item.lifecycle === 'closed' ? 'Closed' : 'Withdrawn'}</Tag>
        </p>
      )}
    </div>
  ),
};
const STRENGTH: Column<LinkedItem> = {
  key: 'strength',
  header: 'How closely',
  cell: ({ strength }) => {
    if (!strength) return null;
    const { name, means } = LINK_STRENGTH_NAMES[strength];
    return (
      <>
        <strong>{name}</strong>
        {!means.startsWith(name.toLowerCase()) && <span className="block text-muted">{means}</span>}
      </>
    );
  },
};
/** Headings, context and dependencies have no statuses. */
const FOR_CONTEXT = <span className="text-muted">For context</span>;
const REPORTED: Column<LinkedItem> = {
  key: 'rag',
  header: 'Reported',
  tight: true,
  cell: (item) =>
    item.rated ? item.lifecycle !== 'withdrawn' && <RagTag status={item.rag} /> : FOR_CONTEXT,
};
const EVIDENCE: Column<LinkedItem> = {
  key: 'evidence',
  header: 'Evidence',
  tight: true,
  cell: (item) =>
    item.rated
      ? item.lifecycle !== 'withdrawn' && <EvidenceTag state={item.evidence} />
      : FOR_CONTEXT,
};
const SCHEDULE: Column<LinkedItem> = {
  key: 'schedule',
  header: 'Schedule',
  tight: true,
  cell: (item) => item.schedule && <ScheduleTag state={item.schedule} />,
};

interface LinkedItemsProps {
  caption: string;
  captionHidden?: boolean;
  items: readonly LinkedItem[];
}

/** What is linked to this page, how closely where that was judged, and where each of it stands. */
export function LinkedItems({ caption, captionHidden, items }: LinkedItemsProps) {
  const columns = [
    REFERENCE,
    TITLE,
    ...(items.some((item) => item.strength) ? [STRENGTH] : []),
    ...(items.some((item) => item.rated) ? [REPORTED, EVIDENCE] : []),
    ...(items.some((item) => item.schedule) ? [SCHEDULE] : []),
  ];
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={items}
      rowKey={(item) => item.reference}
      narrow
    />
  );
}
