'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { ChangesList } from '@/components/ui/changes-list';
import { Table } from '@/components/ui/table';
import type { PreviewRow } from '@/lib/domain/import-model';
import { StateTag } from './state-tag';

/** A row as its page shows it. */
export interface ShownRow extends Omit<PreviewRow, 'write'> {
  /** It can be imported at all. */
  applicable: boolean;
  chosen: boolean;
}

/** Rows of the file, what each would change, and which of them are to be imported. */
export function RowsForm({
  rows,
  goOn,
  ...form
}: FormProps & {
  rows: readonly ShownRow[];
  /** They are all there are: with their ticks kept, the import goes on. */
  goOn: boolean;
}) {
  const initial = {
    chosen: rows.filter(({ chosen }) => chosen).map(({ row }) => String(row)),
  };
  const any = rows.some(({ applicable }) => applicable);
  const table = (ticked: readonly string[]) => (
    <Table
      caption="Rows of the file"
      captionHidden
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        {
          key: 'take',
          header: 'Import',
          tight: true,
          cell: ({ row, applicable, reference, title }) =>
            applicable ? (
              <>
                <input type="hidden" name="shown" value={row} />
                <input
                  type="checkbox"
                  id={`row-${row}`}
                  name="chosen"
                  value={row}
                  defaultChecked={ticked.includes(String(row))}
                  aria-label={`Import row ${row + 1}: ${reference ?? title}`}
                  className="size-6 accent-accent"
                />
              </>
            ) : (
              <span className="text-muted">No</span>
            ),
        },
        {
          key: 'row',
          header: 'Row',
          lead: true,
          cell: ({ row, reference, title }) => (
            <>
              <span className="text-muted tabular-nums">{row + 1}</span>{' '}
              <span className="wrap-anywhere">
                {reference} {title}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          header: 'State',
          tight: true,
          cell: ({ state }) => <StateTag state={state} />,
        },
        {
          key: 'what',
          header: 'What it says',
          cell: (row) => <RowWords row={row} />,
        },
      ]}
    />
  );
  if (!any) return table([]);
  return (
    <Form
      {...form}
      initial={initial}
      submit={goOn ? 'Go on with the ticked rows' : 'Save which rows of this page'}
      variant={goOn ? 'primary' : 'secondary'}
    >
      {(answers) => table(answers.many('chosen').defaultValue)}
    </Form>
  );
}

function RowWords({ row: { changes, problems, remarks, state } }: { row: ShownRow }) {
  return (
    <div className="min-w-0 space-y-2">
      {problems.map(({ cell, message }) => (
        <p key={`${cell} ${message}`} className="font-semibold text-danger">
          {cell && `${cell}: `}
          {message}
        </p>
      ))}
      {changes.length > 0 && (
        <ChangesList
          changes={changes.map(({ understood, ...change }) => ({ ...change, note: understood }))}
        />
      )}
      {remarks.map((remark) => (
        <p key={remark} className="text-sm text-muted">
          {remark}
        </p>
      ))}
      {state === 'unchanged' && remarks.length === 0 && (
        <p className="text-sm text-muted">As the register has it</p>
      )}
    </div>
  );
}
