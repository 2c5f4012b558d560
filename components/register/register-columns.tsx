import { londonDay } from '@/lib/domain/dates';
import type { Sort } from '@/lib/domain/register';
import type { RegisterRow } from '@/lib/domain/view';
import { MovementMark } from '../movement/movement-mark';
import { EvidenceTag } from '../status/evidence-tag';
import { RagTag } from '../status/rag-tag';
import { Day } from '../ui/date';
import type { Column } from '../ui/table';
import { OwnerCell } from './owner-cell';
import { RowTitle } from './row-title';
import { ScheduleCell } from './schedule-cell';

/** A column, and what it can be sorted by: usually itself. */
export type RegisterColumn = Omit<Column<RegisterRow>, 'sorts'> & {
  sorts: ReadonlyArray<{ by: Sort; label: string }>;
};

interface ColumnChoice {
  /** Left out where no row has one. */
  schedule: boolean;
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

/**
 * The status, and which way it moved since the last meeting. What was closed otherwise than as
 * complete is in no count by RAG, and shows none.
 */
function reported({ rag, outcome, movement }: RegisterRow) {
  return (
    <div className="space-y-1">
      {outcome === null || outcome === 'complete' ? (
        <RagTag status={rag} />
      ) : (
        <span className="text-muted">Closed</span>
      )}
      {movement && movement !== 'unchanged' && (
        <p className="text-muted">
          <MovementMark movement={movement} />
        </p>
      )}
    </div>
  );
}

/** The columns of a register. Null in a cell leaves the line out of a phone's card. */
export function registerColumns({ schedule, nested, owner }: ColumnChoice): RegisterColumn[] {
  const columns: Array<RegisterColumn | false> = [
    {
      key: 'reference',
      sorts: [{ by: 'reference', label: 'Reference' }],
      header: 'Reference',
      lead: true,
      tight: true,
      cell: (row) => row.reference,
    },
    {
      key: 'title',
      sorts: [{ by: 'title', label: 'Short title' }],
      header: 'Short title',
      lead: true,
      cell: (row) => <RowTitle row={row} nested={nested} />,
    },
    {
      key: 'rag',
      sorts: [{ by: 'rag', label: 'Reported' }],
      header: 'Reported',
      cell: (row) => (row.rated ? reported(row) : unrated(row)),
    },
    {
      key: 'evidence',
      sorts: [{ by: 'evidence', label: 'Evidence' }],
      header: 'Evidence',
      cell: (row) => (row.rated ? <EvidenceTag state={row.evidence} /> : null),
    },
    schedule && {
      key: 'schedule',
      sorts: [{ by: 'schedule', label: 'Schedule' }],
      header: 'Schedule',
      cell: (row) => <ScheduleCell row={row} />,
    },
    {
      key: 'headline',
      sorts: [{ by: 'headline', label: 'Headline' }],
      header: 'Headline',
      cell: (row) => row.headline && <span className="wrap-anywhere">{row.headline}</span>,
    },
    owner && {
      key: 'owner',
      sorts: [
        { by: 'owner', label: 'Owner' },
        { by: 'lead', label: 'Lead' },
      ],
      header: 'Owner and lead',
      cell: (row) => row.rated && <OwnerCell row={row} />,
    },
    {
      key: 'updated',
      sorts: [{ by: 'updated', label: 'Last update' }],
      header: 'Last update',
      cell: (row) => {
        if (row.lastUpdateAt)
          return (
            <span className="whitespace-nowrap">
              <Day date={londonDay(new Date(row.lastUpdateAt))} />
            </span>
          );
        return row.rated ? <span className="text-muted">None yet</span> : null;
      },
    },
  ];
  return columns.filter((column) => column !== false);
}
