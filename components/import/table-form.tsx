'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Select } from '@/components/forms/select';
import type { TableRange } from '@/lib/domain/import-model';

interface TableFormProps extends FormProps {
  table: TableRange;
  /** Names of the sheets; '' for the one of a CSV file. */
  sheets: readonly string[];
}

/** Where the table is in the file, for a file in which it was not found by itself. */
export function TableForm({ table, sheets, ...form }: TableFormProps) {
  const initial = {
    sheet: table.sheet,
    headerTop: String(table.headerTop + 1),
    headerBottom: String(table.headerBottom + 1),
    last: String(table.last + 1),
  };
  return (
    <Form {...form} initial={initial} submit="Read the table from there" variant="secondary">
      {(answers) => (
        <>
          {sheets.length > 1 ? (
            <Select
              label="Sheet"
              options={sheets.map((name) => ({ value: name, label: name }))}
              {...answers.one('sheet')}
            />
          ) : (
            <input type="hidden" name="sheet" value={table.sheet} />
          )}
          <Field
            label="Row in which the headings begin"
            width="short"
            inputMode="numeric"
            {...answers.one('headerTop')}
          />
          <Field
            label="Row in which the headings end"
            hint="The same row, unless there are two rows of headings"
            width="short"
            inputMode="numeric"
            {...answers.one('headerBottom')}
          />
          <Field
            label="Last row to import"
            hint="Totals and notes below the table can be left out so"
            width="short"
            inputMode="numeric"
            {...answers.one('last')}
          />
        </>
      )}
    </Form>
  );
}
