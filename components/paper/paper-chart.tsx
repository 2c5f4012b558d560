import type { PaperChart } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { type Column, Table } from '../ui/table';

/** SVGs of charts by their keys, as lib/papers draws them. */
export type ChartDrawings = Readonly<Record<string, string>>;

type ChartRow = PaperChart['rows'][number];

function columns(rowsAre: string): Array<Column<ChartRow>> {
  return [
    { key: 'label', header: rowsAre, lead: true, cell: ({ label }) => <bdi>{label}</bdi> },
    ...RAG_STATUSES.map((status) => ({
      key: status,
      header: RAG_NAMES[status],
      numeric: true,
      cell: ({ counts }: ChartRow) => counts[status],
    })),
  ];
}

/** A chart, the same picture as in the files, and the numbers it is of. */
export function PaperChartView({ chart, svg }: { chart: PaperChart; svg: string | undefined }) {
  return (
    <div className="max-w-3xl space-y-4">
      {svg && (
        <figure className="space-y-2">
          <figcaption className="font-semibold">{chart.title}</figcaption>
          {/* Its letters are those of paper: where that is too small to read, it scrolls. */}
          <section
            className="overflow-x-auto"
            aria-label={`${chart.title}: the picture`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus.
            tabIndex={0}
          >
            {/* biome-ignore lint/performance/noImgElement: the picture is within the page already. */}
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
              alt={chart.alternative}
              className="w-full min-w-md rounded-md border border-line bg-[#fff] p-3"
            />
          </section>
        </figure>
      )}
      <Table
        caption={`${chart.title}: the numbers`}
        columns={columns(chart.rowsAre)}
        rows={chart.rows}
        rowKey={({ label }) => label}
        narrow
      />
    </div>
  );
}
