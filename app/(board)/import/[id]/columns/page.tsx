import { ColumnsForm } from '@/components/import/columns-form';
import { ImportStepPage } from '@/components/import/import-page';
import { TableForm } from '@/components/import/table-form';
import { Details } from '@/components/ui/details';
import { getColumnMemory } from '@/lib/data/import-columns';
import type { GridSheet } from '@/lib/domain/import-grid';
import { IMPORT_FIELDS } from '@/lib/domain/import-model';
import { isRemembered, sheetOf } from '@/lib/domain/import-setup';
import { tableHeadings, tableRows } from '@/lib/domain/import-table';
import { columnLetters } from '@/lib/domain/import-text';
import { type ImportPageProps, waitingFile } from '@/lib/server/import-page';
import { signedIn } from '@/lib/server/session';
import { columnsAction, tableAction } from './actions';

const TITLE = 'What the columns are';
export const metadata = { title: TITLE };

const SAMPLES = 3;
const SAMPLE_LENGTH = 120;

/** The first few different things that a column says. */
function samplesOf(sheet: GridSheet, rows: readonly number[], column: number): string[] {
  const said = new Set<string>();
  for (const row of rows) {
    const text = sheet.rows[row]?.[column]?.text.trim();
    if (text) said.add(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text);
    if (said.size === SAMPLES) break;
  }
  return [...said];
}

export default async function ColumnsPage({ params }: ImportPageProps) {
  const context = await signedIn();
  const upload = await waitingFile(context, (await params).id);
  const { grid, setup, version } = upload;
  const remembered = await getColumnMemory(context, setup.kind);
  const sheet = sheetOf(grid, setup.table);
  const headings = tableHeadings(sheet, setup.table);
  const { rows, leftOut } = tableRows(sheet, setup.table);
  const columns = setup.columns.map((use, index) => {
    const heading = headings[index] ?? '';
    return {
      index,
      letter: columnLetters(index),
      heading,
      samples: samplesOf(sheet, rows, index),
      use,
      remembered: isRemembered(heading, use, remembered),
    };
  });
  return (
    <ImportStepPage
      upload={upload}
      step="columns"
      title={TITLE}
      lead={
        <p>
          {rows.length.toLocaleString('en-GB')} {rows.length === 1 ? 'row was' : 'rows were'} found
          below the headings{sheet.name ? ` of the sheet “${sheet.name}”` : ''}. What is guessed for
          each column is chosen already: correct it where it is wrong.
        </p>
      }
    >
      {leftOut.length > 0 && (
        <Details summary={`Left out below the table: ${leftOut.length}`}>
          <ul>
            {leftOut.map(({ row, says }) => (
              <li key={row}>
                Row {row + 1}: {says}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary="The table is somewhere else in the file">
        <TableForm
          key={`table ${version}`}
          table={setup.table}
          sheets={grid.sheets.map(({ name }) => name)}
          action={tableAction.bind(null, upload.id)}
          basedOn={version}
        />
      </Details>
      <ColumnsForm
        key={version}
        columns={columns}
        fields={IMPORT_FIELDS}
        action={columnsAction.bind(null, upload.id)}
        basedOn={version}
      />
    </ImportStepPage>
  );
}
