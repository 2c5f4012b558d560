import type { ReactNode } from 'react';
import { type Sort, SortLinks } from './sort-links';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers line up at the right. */
  numeric?: boolean;
  /** As narrow as its words: references, tags, dates. */
  tight?: boolean;
  /** Names the row: a header cell, and in a card part of its heading, without a label. */
  lead?: boolean;
  /** Ways to sort by what the column holds; a column may hold two things. */
  sorts?: readonly Sort[];
}

interface TableProps<Row> {
  /** Says what the rows are, and which: "Recommendations, 12 of 32". */
  caption: string;
  captionHidden?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Few and short columns: a table down to 32rem of room, not 52. */
  narrow?: boolean;
}

/**
 * A table with a caption and header cells. Where it has less than 52rem of room each row turns
 * into a card; the roles say again what the elements say, since display takes that away.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, narrow } = props;
  const sortable = columns.some((column) => column.sorts?.length);
  return (
    <div className="table-room" data-narrow={narrow || undefined}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className="table" role="table">
        <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup" data-sortable={sortable || undefined}>
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const direction = column.sorts?.find((sort) => sort.direction)?.direction;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={column.sorts?.length ? (direction ?? 'none') : undefined}
      data-sortable={column.sorts?.length ? '' : undefined}
      data-numeric={column.numeric ? '' : undefined}
      data-tight={column.tight ? '' : undefined}
    >
      {column.sorts?.length ? <SortLinks sorts={column.sorts} /> : column.header}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const marks = {
    'data-label': column.header,
    'data-numeric': column.numeric ? '' : undefined,
    'data-tight': column.tight ? '' : undefined,
  };
  const content = <div>{column.cell(row)}</div>;
  return column.lead ? (
    <th role="rowheader" scope="row" data-lead="" {...marks}>
      {content}
    </th>
  ) : (
    <td role="cell" {...marks}>
      {content}
    </td>
  );
}
