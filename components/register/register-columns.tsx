import { londonDay } from '@/lib/domain/dates';
import type { ItemKind } from '@/lib/domain/item';
import type { Sort } from '@/lib/domain/register';
import type { RegisterRow } from '@/lib/domain/view';
import { EvidenceTag } from '../status/evidence-tag';
import { RagTag } from '../status/rag-tag';
import { Day } from '../ui/date';
import type { Column } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { RowTitle } from './row-title';
import { ScheduleCell } from './schedule-cell';

export type RegisterColumn = Omit<Column<RegisterRow>, 'sorts'> & { sort: Sort };

interface ColumnChoice {
  /** Of which the rows are; left out when they are of several. */
  kind?: ItemKind;
  /** Children stand below their headings, and are drawn so. */
  nested: boolean;
  /** Left out where all rows are one person's. */
  owner: boolean;
}

/** What a status column holds for a heading, context or a dependency: that it holds nothing. */
function unrated(row: RegisterRow) {
  return row.commitmentKind === 'context' || row.commitmentKind === 'dependency' ? (
    <span className="text-muted">Shown for context, not rated</span>
  ) : (
    <span className="text-muted">A heading, not rated itself</span>
  );
}

/** The columns of a register. Null in a cell leaves the line out of a phone's card. */
export function registerColumns({ kind, nested, owner }: ColumnChoice): RegisterColumn[] {
  const columns: Array<RegisterColumn | false> = [
    {
      key: 'reference',
      sort: 'reference',
      header: 'Reference',
      lead: true,
      tight: true,
      cell: (row) => row.reference,
    },
    {
      key: 'title',
      sort: 'title',
      header: 'Short title',
      lead: true,
      cell: (row) => <RowTitle row={row} nested={nested} />,
    },
    {
      key: 'rag',
      sort: 'rag',
      header: 'Reported',
      cell: (row) => (row.rated ? <RagTag status={row.rag} /> : unrated(row)),
    },
    {
      key: 'evidence',
      sort: 'evidence',
      header: 'Evidence',
      cell: (row) => (row.rated ? <EvidenceTag state={row.evidence} /> : null),
    },
    (!kind || kind === 'local_action') && {
      key: 'schedule',
      sort: 'schedule',
      header: 'Schedule',
      cell: (row) => <ScheduleCell row={row} />,
    },
    {
      key: 'headline',
      sort: 'headline',
      header: 'Headline',
      cell: (row) => row.headline && <span className="wrap-anywhere">{row.headline}</span>,
    },
    owner && {
      key: 'owner',
      sort: 'owner',
      header: 'Owner',
      cell: (row) => {
        if (row.owner) {
          return <TextLink href={`/people/${row.owner.id}`}>{row.owner.name}</TextLink>;
        }
        return row.rated ? <span className="text-muted">No owner</span> : null;
      },
    },
    owner && {
      key: 'lead',
      sort: 'lead',
      header: 'Lead organisation',
      cell: (row) => row.lead && (row.lead.shortName ?? row.lead.name),
    },
    {
      key: 'updated',
      sort: 'updated',
      header: 'Last update',
      cell: (row) => {
        if (row.lastUpdateAt) return <Day date={londonDay(new Date(row.lastUpdateAt))} />;
        return row.rated ? <span className="text-muted">None yet</span> : null;
      },
    },
  ];
  return columns.filter((column) => column !== false);
}
