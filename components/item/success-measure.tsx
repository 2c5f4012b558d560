import { LinkButton } from '@/components/ui/button';
import { Day } from '@/components/ui/date';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';

/** How one will know that a local action worked, and what has been measured so far. */
export function SuccessMeasure({ view }: { view: ItemView }) {
  const { successMeasure, baseline, target, readings, reference, may } = view;
  return (
    <Section
      id="success-measure"
      title="Success measure"
      actions={
        may.setRag && (
          <LinkButton href={`${itemPath(reference)}/readings`} variant="secondary">
            Add a reading
          </LinkButton>
        )
      }
    >
      {successMeasure ? (
        <SummaryList
          rows={[
            { label: 'Measure', value: successMeasure },
            { label: 'Baseline', value: baseline ?? 'None' },
            { label: 'Target', value: target ?? 'None' },
          ]}
        />
      ) : (
        <p className="text-muted">None yet.</p>
      )}
      {readings.length > 0 && (
        <Table
          caption="Readings"
          narrow
          columns={[
            {
              key: 'date',
              header: 'Date',
              tight: true,
              lead: true,
              cell: (row) => <Day date={row.readOn} />,
            },
            { key: 'value', header: 'Reading', cell: (row) => row.value },
            { key: 'note', header: 'Note', cell: (row) => row.note ?? '' },
          ]}
          rows={readings}
          rowKey={(row) => row.id}
        />
      )}
    </Section>
  );
}
