import { itemPath } from '@/lib/domain/item';
import { cellWords, type PrintedValue, printedValues } from '@/lib/domain/paper-cell';
import {
  type PaperRow,
  type PaperTable,
  type PrintColumn,
  printColumns,
} from '@/lib/domain/paper-model';
import { RagTag } from '../status/rag-tag';
import { classNames } from '../ui/class-names';
import { Day } from '../ui/date';
import { type Column, Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** In a table words need room, and long ones break; in a card they have what there is. */
function room(width: number): string {
  return width < 22
    ? '@min-[52rem]/table:min-w-28 @min-[64rem]/table:min-w-36 print:min-w-28'
    : '@min-[52rem]/table:min-w-48 print:min-w-40';
}

/** As narrow as its words: references and statuses alone. */
function isTight({ columns }: PrintColumn): boolean {
  return columns.every(({ kind }) => kind === 'reference' || kind === 'rag');
}

function columnOf(
  print: PrintColumn,
  index: number,
  changed: ReadonlySet<string>,
): Column<PaperRow> {
  const tight = isTight(print);
  return {
    key: print.heading,
    header: print.heading,
    lead: index === 0,
    tight,
    cell: (row) => {
      const values = printedValues(print, row);
      // An empty cell is left out of a card.
      if (values.length === 0) return null;
      return (
        <div className={classNames('space-y-1.5', !tight && `wrap-anywhere ${room(print.width)}`)}>
          {values.map((value) => (
            <Value key={value.key} value={value} row={row} />
          ))}
          {index === 0 && row.reference !== null && changed.has(row.reference) && (
            <p className="print:hidden">
              <Tag>Changed since</Tag>
            </p>
          )}
        </div>
      );
    },
  };
}

function Value({ value, row }: { value: PrintedValue; row: PaperRow }) {
  const { label, strong } = value;
  return (
    <p dir="auto" className={classNames('whitespace-pre-line', strong && 'font-semibold')}>
      {label && <span className="font-normal text-muted">{label}: </span>}
      <Said value={value} reference={row.reference} />
    </p>
  );
}

function Said({ value, reference }: { value: PrintedValue; reference: string | null }) {
  const { cell, kind } = value;
  if (typeof cell === 'object') return <RagTag status={cell.rag} words={cell.text} />;
  const words = cellWords(cell, kind);
  if (kind === 'reference' && reference !== null) {
    return <TextLink href={itemPath(reference)}>{words}</TextLink>;
  }
  // What is no day is said as it stands.
  return kind === 'date' && words !== cell ? <Day date={String(cell)} /> : words;
}

/** A table of an appendix, its columns as on paper: cards where it has less room than they need. */
export function PaperTableView({
  table,
  changed = [],
}: {
  table: PaperTable;
  /** References of items that the register says something else of now. */
  changed?: readonly string[];
}) {
  if (table.rows.length === 0) {
    return (
      <div className="space-y-2">
        <h3>{table.caption}</h3>
        <p>{table.empty}</p>
      </div>
    );
  }
  const marked = new Set(changed);
  return (
    <Table
      caption={table.caption}
      columns={printColumns(table).map((print, index) => columnOf(print, index, marked))}
      rows={table.rows}
      rowKey={keyOf}
    />
  );
}

/** Its reference, or of a row that is no item its first words. */
function keyOf({ reference, cells }: PaperRow): string {
  return reference ?? JSON.stringify(cells[0]);
}
