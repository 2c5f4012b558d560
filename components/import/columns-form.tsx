'use client';

import { DateInput } from '@/components/forms/date-input';
import { boxLook, describedBy, FieldText } from '@/components/forms/field-text';
import { Form, type FormProps } from '@/components/forms/form';
import { dateBoxes } from '@/components/forms/values';
import { Table } from '@/components/ui/table';
import { IMPORT_FIELD_NAMES } from '@/lib/domain/import-fields';
import type { ColumnUse, ImportField } from '@/lib/domain/import-model';

/** A column of the file as its page shows it. */
export interface ShownColumn {
  /** Of the sheet, from 0. */
  index: number;
  /** 'D' */
  letter: string;
  heading: string;
  /** The first few things it says. */
  samples: readonly string[];
  use: ColumnUse;
  /** Somebody settled this heading before. */
  remembered: boolean;
}

interface ColumnsFormProps extends FormProps {
  columns: readonly ShownColumn[];
  fields: readonly ImportField[];
}

const choiceName = (index: number) => `columns.${index}.use`;
const dayName = (index: number) => `columns.${index}.on`;

/** What each column of the file is. The guess is chosen already. */
export function ColumnsForm({ columns, fields, ...form }: ColumnsFormProps) {
  const initial = Object.assign(
    {},
    ...columns.map(({ index, use }) => ({
      [choiceName(index)]: use.as === 'field' ? use.field : use.as,
      ...(use.as === 'history' ? dateBoxes(dayName(index), use.on) : {}),
    })),
  );
  return (
    <Form {...form} initial={initial} submit="Save and go on" pendingLabel="Reading the rows…">
      {(answers) => (
        <Table
          caption={`Columns of the file, all ${columns.length}`}
          rows={columns}
          rowKey={({ letter }) => letter}
          columns={[
            {
              key: 'column',
              header: 'Column',
              lead: true,
              cell: ({ letter, heading }) => (
                <>
                  <span className="text-muted">{letter}</span> {heading || 'No heading'}
                </>
              ),
            },
            {
              key: 'says',
              header: 'It says',
              cell: ({ samples }) =>
                samples.length > 0 ? (
                  <ul className="space-y-1 text-sm">
                    {samples.map((sample) => (
                      <li key={sample} className="wrap-anywhere">
                        {sample}
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span className="text-muted">Nothing</span>
                ),
            },
            {
              key: 'use',
              header: 'It is',
              cell: ({ index, letter, heading, remembered }) => {
                const { name, defaultValue, error } = answers.one(choiceName(index));
                const label = `What column ${letter}, ${heading || 'without a heading'}, is`;
                const past = defaultValue === 'history';
                return (
                  <div className="space-y-2">
                    <FieldText name={name} error={error} />
                    <select
                      id={name}
                      name={name}
                      aria-label={label}
                      defaultValue={defaultValue}
                      aria-invalid={error?.length ? true : undefined}
                      aria-describedby={describedBy({ name, error })}
                      className={`${boxLook(error)} w-full max-w-72 min-w-32`}
                    >
                      {fields.map((field) => (
                        <option key={field} value={field}>
                          {IMPORT_FIELD_NAMES[field]}
                        </option>
                      ))}
                      <option value="note">Keep as a note</option>
                      <option value="history">What was reported on an earlier day</option>
                      <option value="ignore">Leave out</option>
                    </select>
                    {remembered && (
                      <p className="text-sm text-muted">As it was settled for an earlier file</p>
                    )}
                    {past && (
                      <DateInput
                        label="Reported on"
                        hint="The last day of what the column reports on"
                        {...answers.date(dayName(index))}
                      />
                    )}
                  </div>
                );
              },
            },
          ]}
        />
      )}
    </Form>
  );
}
