import type { Page } from '@playwright/test';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

const text = (value: string, more: Partial<CellObject> = {}): CellObject =>
  ({ type: String, value, ...more }) as CellObject;

/** An action log as people keep them: titles above, words for days, a colour for a status, a total. */
function actionLog(name: string, number: number): Promise<Buffer> {
  const heading = (value: string) => text(value, { fontWeight: 'bold' });
  return writeExcelFile([
    {
      sheet: 'Log',
      data: [
        [text('Partnership action log')],
        [],
        [
          'Ref',
          'Action',
          'Links to',
          'Lead officer/EM',
          'By when',
          'BRAG',
          'Key progress Q2 26/27',
          'Key progress Q3 26/27',
          'Comments',
        ].map(heading),
        [
          text(`${number}.1`),
          text(`Open a Saturday clinic, ${name}`),
          text('R5, 7 & 11'),
          text('Head of public health commissioning'),
          text('end of March 2035'),
          text('', { backgroundColor: '#00b050' }),
          text('Rooms found.'),
          text('Two clinics were held and both were full.'),
          text('Ask about parking'),
        ],
        [
          text(`${number}.2`),
          text(`Naloxone in every custody suite, ${name}`),
          text('R15'),
          text('J Smith (Northgate) / Public health'),
          text('Q4 26/27'),
          text('G'),
          null,
          text('Three of four suites have it.'),
          null,
        ],
        [],
        [text('Total'), text('2 actions')],
      ],
    },
  ]).toBuffer();
}

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer,
  });
  await page.getByRole('button', { name: 'Read this file' }).click();
}

test('a commissioner imports the action log of a partnership, and is asked what is not plain', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const [name, number] = project.name === 'javascript' ? ['with', 81] : (['without', 82] as const);
  const page = await as('commissioner');
  await page.goto('/local-actions');
  await page.getByRole('link', { name: 'Import a spreadsheet' }).click();
  await give(page, 'log.pdf', Buffer.from('%PDF-1.7 nothing'));
  await expect(page.getByText(/PDF/).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Local actions/ })).toBeChecked();
  await give(page, 'action log.xlsx', await actionLog(name, number));
  await expect(page).toHaveTitle(/^What the columns are/);
  await expect(page.getByText('2 rows were found below the headings')).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(page).toHaveTitle(/^What the file leaves open/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByText(/^Understood without asking/).click();
  await expect(page.getByText('As understood: 31 March 2035').first()).toBeAttached();
  await page
    .getByLabel(/^Who is “J Smith/)
    .selectOption({ label: 'Nobody: keep the words as a note' });
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(page).toHaveTitle(/^What the rows would change/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByLabel(/^Import row 5/).uncheck();
  await page.getByRole('button', { name: 'Go on with the ticked rows' }).click();
  await expect(page).toHaveTitle(/^Import what was chosen/);
  await expect(page.getByText('1 new entry in the register')).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: 'Rows', exact: true }).click();
  await expect(page.getByLabel(/^Import row 5/)).not.toBeChecked();
  await page.goBack();
  await page.getByRole('button', { name: 'Import this row' }).click();

  await expectDone(page, /^1 row imported from /);
  await expect(page).toHaveTitle(/^What an import did/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: `Open a Saturday clinic, ${name}` }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: `Open a Saturday clinic, ${name}` }),
  ).toBeVisible();
  await expect(page.getByText('31 March 2035').first()).toBeVisible();
  await expect(page.getByText('Two clinics were held and both were full.').first()).toBeVisible();
  await expect(page.getByText('Ask about parking').first()).toBeAttached();
});

test('a register that was downloaded comes back unchanged', async ({ as }) => {
  const page = await as('officer');
  for (const format of ['xlsx', 'csv']) {
    const file = await page.request.get(`/local-actions.${format}`);
    await page.goto('/import');
    await give(page, `local-actions.${format}`, await file.body());
    await expect(page).toHaveTitle(/^What the columns are/);
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page).toHaveTitle(/^What the rows would change/);
    await expect(page.getByText('There is nothing to import')).toBeVisible();
    await expect(page.getByText('As the register has it').first()).toBeVisible();
    await page.getByRole('link', { name: 'Discard this file' }).click();
    await page.getByRole('button', { name: 'Discard this file' }).click();
    await expectDone(page, 'File discarded. Nothing of it was imported');
  }
});

test('nobody else can open a file that waits, and those who may not import are told so', async ({
  as,
}) => {
  const officer = await as('officer');
  await officer.goto('/import');
  await give(officer, 'log.csv', Buffer.from('Ref,Action\n7.1,Ring the bell\n'));
  await expect(officer).toHaveTitle(/^What the columns are/);
  const address = new URL(officer.url()).pathname;
  const other = await as('commissioner');
  for (const path of [address, address.replace('/columns', ''), '/import/nonsense']) {
    await other.goto(path);
    await expect(other.getByText('That file is no longer there')).toBeVisible();
  }
  const member = await as('member');
  await member.goto('/import');
  await expect(member.getByText('Your role does not let you do this')).toBeVisible();
  await expect(member.getByRole('button', { name: 'Read this file' })).toHaveCount(0);
});
