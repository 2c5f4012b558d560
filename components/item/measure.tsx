import { itemPath } from '@/lib/domain/item';
import type { ItemView, ReadingView } from '@/lib/domain/view';
import { Day } from '../ui/date';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { SummaryList } from '../ui/summary-list';
import { type Column, Table } from '../ui/table';
import type { Part } from './parts';
import { SectionLink } from './section-link';

const COLUMNS: ReadonlyArray<Column<ReadingView>> = [
  {
    key: 'date',
    header: 'Date',
    lead: true,
    tight: true,
    cell: (reading) => <Day date={reading.readOn} />,
  },
  {
    key: 'value',
    header: 'Reading',
    cell: ({ value, note }) => (
      <>
        <strong>{value}</strong>
        {note && <span className="block text-muted">{note}</span>}
      </>
    ),
  },
  {
    key: 'author',
    header: 'Recorded by',
    tight: true,
    cell: (reading) => reading.author?.name ?? 'The system',
  },
];

/** How the board will know, from where to where, and what was read on the way. */
export function Measure({ item, part }: { item: ItemView; part: Part }) {
  const { successMeasure, baseline, target, readings } = item;
  const base = itemPath(item.reference);
  const none = <span className="text-muted">Not given</span>;
  return (
    <Section
      id={part.id}
      title={part.title}
      actions={
        item.may.setRag && <SectionLink href={`${base}/readings`}>Add a reading</SectionLink>
      }
    >
      {successMeasure || baseline || target ? (
        <SummaryList
          rows={[
            { label: 'Measure', value: successMeasure ? <Prose text={successMeasure} /> : none },
            { label: 'Baseline', value: baseline ?? none },
            { label: 'Target', value: target ?? none },
          ]}
        />
      ) : (
        <p className="text-muted">Nobody has said how success will be measured.</p>
      )}
      {readings.length > 0 ? (
        <Table
          caption="Readings, newest first"
          columns={COLUMNS}
          rows={readings}
          rowKey={(reading) => reading.id}
          narrow
        />
      ) : (
        successMeasure && <p className="text-muted">No reading has been recorded yet.</p>
      )}
    </Section>
  );
}
