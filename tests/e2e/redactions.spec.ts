import { expectDone } from './done';
import { expect, test } from './fixtures';

test('an officer asks, an administrator agrees, and the words are gone', async ({ as }, {
  project,
}) => {
  const words = `Visited the caller of ${project.name} at home`;
  const officer = await as('officer');
  await officer.goto('/local-actions/a3/no-change');
  await officer.getByLabel('Next step').fill(words);
  await officer.getByRole('button', { name: 'Report no change' }).click();
  await expectDone(officer, /^No change reported for A3/);
  await officer.goto('/local-actions/a3/history');
  await officer.getByRole('link', { name: 'Redact No change reported' }).first().click();
  await officer.getByRole('button', { name: 'Ask for the redaction' }).click();
  await expect(officer.getByText('Choose what is to be redacted')).toHaveCount(2);
  await officer.getByLabel('Next step').check();
  await officer.getByLabel('Why').fill('It pointed to a caller');
  await officer.getByRole('button', { name: 'Ask for the redaction' }).click();
  await expectDone(officer, /Another person has to agree$/);
  // Not alone, and nothing has happened yet.
  await expect(officer.getByRole('button', { name: 'Agree and redact' })).toHaveCount(0);
  const { pathname } = new URL(officer.url());
  const second = officer.getByRole('region', { name: 'Who can agree' });
  await expect(second.getByRole('heading', { name: 'These can agree' })).toBeVisible();
  // Whoever redacts is told on the dashboard, until they put it away.
  const administrator = await as('administrator');
  await administrator.goto('/');
  const note = administrator.locator(`#redaction-notes li:has(a[href="${pathname}"])`);
  await expect(note).toContainText('A redaction has been asked for: Status update, A3 (Next step)');
  await note.getByRole('button', { name: 'Put away' }).click();
  await expectDone(administrator, /^Put away/);
  await expect(note).toHaveCount(0);
  await administrator.goto(pathname);
  await expect(administrator.getByText(words)).toBeVisible();
  await administrator.getByRole('button', { name: 'Agree and redact' }).click();
  await expect(administrator.getByText('Tick the box')).toHaveCount(2);
  await administrator.getByLabel('I have read what goes').check();
  await administrator.getByRole('button', { name: 'Agree and redact' }).click();
  await expectDone(administrator, /^Redacted/);
  await expect(administrator.getByText(words)).toHaveCount(0);
  const reader = await as('viewer');
  for (const page of ['/local-actions/a3', '/local-actions/a3/history']) {
    await reader.goto(page);
    await expect(reader.getByText(words)).toHaveCount(0);
    await expect(reader.getByText(/^Redacted on|: Redacted on/).first()).toBeVisible();
    await expect(reader.getByText('It pointed to a caller').first()).toBeVisible();
  }
});

test('a redacted file says so instead of being downloaded; others are refused', async ({ as }, {
  project,
}) => {
  const reader = await as('viewer');
  await reader.goto('/redactions');
  await expect(reader.getByText('Your role does not let you do this')).toBeVisible();
  const officer = await as('officer');
  await officer.goto('/local-actions/a1/evidence/file');
  const buffer = Buffer.from('name,value\r\nsomebody,1\r\n');
  await officer
    .getByLabel('File')
    .setInputFiles({ name: `${project.name}.csv`, mimeType: 'text/csv', buffer });
  await officer.getByLabel('Title').fill(`Figures, ${project.name}`);
  await officer.getByLabel('What it shows').fill('What was counted.');
  const dated = officer.getByRole('group', { name: 'Date of the evidence' });
  await dated.getByLabel('Day').fill('1');
  await dated.getByLabel('Month').fill('9');
  await dated.getByLabel('Year').fill('2026');
  await officer.getByRole('button', { name: 'Add evidence' }).click();
  const file = officer.getByRole('link', { name: `Figures, ${project.name}`, exact: true });
  const address = (await file.getAttribute('href')) ?? '';
  expect((await officer.request.get(address)).status()).toBe(200);
  await officer.getByRole('link', { name: `Redact Figures, ${project.name}` }).click();
  await officer.getByLabel('The file itself').check();
  await officer.getByLabel('Why').fill('Names in a table');
  await officer.getByRole('button', { name: 'Ask for the redaction' }).click();
  await expectDone(officer, /Another person has to agree$/);
  const administrator = await as('administrator');
  await administrator.goto(new URL(officer.url()).pathname);
  await administrator.getByLabel('I have read what goes').check();
  await administrator.getByRole('button', { name: 'Agree and redact' }).click();
  await expectDone(administrator, /^Redacted/);
  const gone = await officer.request.get(address);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('Reason: Names in a table');
});
