import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Column<Row> {
  /** Shown at its head, and beside its value on a narrow screen. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** The address that orders by this column; the present order when it does already. */
  sort?: { href: string; order: 'ascending' | 'descending' | 'none' };
  numeric?: boolean;
  /** Heads its row. One column of a table has it. */
  heads?: boolean;
  className?: string;
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { label, sort, numeric } = column;
  const mark = sort && { ascending: '▲', descending: '▼', none: '' }[sort.order];
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort && sort.order !== 'none' ? sort.order : undefined}
      className={classNames(
        'border-b-2 border-line-strong px-2 py-2 align-bottom text-sm font-semibold first:pl-0 last:pr-0',
        numeric && 'text-right',
      )}
    >
      {sort ? (
        <a href={sort.href} className="inline-flex min-h-6 items-center gap-1 text-ink">
          {label}
          {mark ? (
            <span aria-hidden="true" className="text-[0.7em]">
              {mark}
            </span>
          ) : null}
        </a>
      ) : (
        label
      )}
    </th>
  );
}

/** A real table with a caption and header cells; under 52rem each row becomes a card. */
export function Table<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  rowClass,
}: {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
}) {
  return (
    <table role="table" className="cards w-full border-collapse text-left">
      <caption className={captionHidden ? 'sr-only' : 'pb-3 text-left text-lg font-semibold'}>
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head key={column.label} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)} className={rowClass?.(row)}>
            {columns.map((column) => {
              const classes = classNames(
                'border-b border-line px-2 py-2.5 align-top first:pl-0 last:pr-0',
                column.numeric && 'text-right tabular-nums',
                column.className,
              );
              return column.heads ? (
                <th
                  key={column.label}
                  role="rowheader"
                  scope="row"
                  className={classNames(classes, 'font-normal')}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.label} role="cell" data-label={column.label} className={classes}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
