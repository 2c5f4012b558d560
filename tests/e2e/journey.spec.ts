import { expect, test } from './fixtures';

/** Each way of running works on things of its own: the board is the same one. */
function mine(project: string): { recommendation: string; words: string } {
  return project === 'javascript'
    ? { recommendation: 'r11', words: 'with JavaScript' }
    : { recommendation: 'r22', words: 'without JavaScript' };
}

test('a member takes a recommendation in hand, and everybody else sees it', async ({ as }, {
  project,
}) => {
  const { recommendation, words } = mine(project.name);
  const address = `/recommendations/${recommendation}`;
  const page = await as('member');

  await page.goto(`/recommendations?q=${recommendation.toUpperCase()}`);
  await page
    .getByRole('row')
    .filter({ has: page.getByText(recommendation.toUpperCase(), { exact: true }) })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));

  await page.goto(`${address}/owner`);
  const owner = page.getByLabel('Owner', { exact: true });
  const [chosen] = await owner.selectOption({ index: 2 });
  expect(chosen).toBeTruthy();
  await page.getByRole('button', { name: 'Assign owner' }).click();
  await expect(page.getByText('Owner assigned')).toBeVisible();

  await page.goto(`${address}/update`);
  await page.getByRole('radio', { name: /^Amber/ }).check();
  await page.getByLabel('Headline').fill(`Rated ${words}`);
  await page
    .getByLabel('What has happened since the last update')
    .fill('Two of three services run.');
  await page.getByLabel('What would bring it back').fill('A third provider by spring.');
  await page.getByRole('button', { name: 'Post update' }).click();
  await expect(page.getByText('Status update posted')).toBeVisible();

  await page.goto(`${address}/evidence/file`);
  await page.getByLabel('File').setInputFiles({
    name: 'service-map.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Illustrative: which services run where.\n'),
  });
  await page.getByLabel('Title').fill(`Service map ${words}`);
  await page.getByLabel('What it shows').fill('Which services run where.');
  const dated = page.getByRole('group', { name: 'Date of the evidence' });
  await dated.getByLabel('Day').fill('1');
  await dated.getByLabel('Month').fill('september');
  await dated.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.getByText('Evidence file added')).toBeVisible();

  const reader = await as('viewer');
  await reader.goto(address);
  await expect(reader.getByText(`Rated ${words}`).first()).toBeVisible();
  await expect(reader.getByText(`Service map ${words}`).first()).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Post a status update' })).toHaveCount(0);

  await reader.goto(`${address}/history`);
  for (const title of ['Evidence added', 'Status update posted', 'Owner assigned']) {
    await expect(reader.getByText(title).first()).toBeVisible();
  }
});

test('a form with mistakes says so at the top and at each field, and keeps what was typed', async ({
  as,
}) => {
  const page = await as('member');
  await page.goto('/recommendations/r5/update');
  await page.getByLabel('Headline').fill('Kept');
  await page.getByRole('radio', { name: /^Red/ }).check();
  await page.getByRole('button', { name: 'Post update' }).click();

  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toBeVisible();
  await expect(summary.getByRole('link', { name: 'Say what would bring it back' })).toHaveAttribute(
    'href',
    '#recovery',
  );
  await expect(page.getByLabel('Headline')).toHaveValue('Kept');
  await expect(page.getByRole('radio', { name: /^Red/ })).toBeChecked();
  await expect(page.getByLabel('What would bring it back')).toHaveAttribute('aria-invalid', 'true');
});

test('a form based on an older row gets the conflict page, and can then be saved', async ({ as }, {
  project,
}) => {
  const address = '/recommendations/r7/update';
  const first = await as('member');
  const second = await as('officer');
  const post = async (page: typeof first, headline: string) => {
    await page.getByRole('radio', { name: /^Green/ }).check();
    await page.getByLabel('Headline').fill(headline);
    await page.getByLabel('What has happened since the last update').fill('Words.');
    await page.getByRole('button', { name: 'Post update' }).click();
  };
  await first.goto(address);
  await second.goto(address);
  await post(first, `First ${project.name}`);
  await expect(first.getByText('Status update posted')).toBeVisible();

  await post(second, `Second ${project.name}`);
  const conflict = second.getByRole('region', { name: /A change was saved after you opened/ });
  await expect(conflict).toBeVisible();
  await expect(conflict.getByText(`First ${project.name}`)).toBeVisible();
  await expect(second.getByLabel('Headline')).toHaveValue(`Second ${project.name}`);

  await second.getByRole('button', { name: 'Post update' }).click();
  await expect(second.getByText('Status update posted')).toBeVisible();
  await second.goto('/recommendations/r7/history');
  await expect(second.getByText(`First ${project.name}`).first()).toBeVisible();
  await expect(second.getByText(`Second ${project.name}`).first()).toBeVisible();
});

test('a double click posts one update', async ({ as }, { project }) => {
  const page = await as('officer');
  const headline = `Clicked twice ${project.name}`;
  await page.goto('/recommendations/r9/update');
  await page.getByRole('radio', { name: /^Green/ }).check();
  await page.getByLabel('Headline').fill(headline);
  await page.getByLabel('What has happened since the last update').fill('Words.');
  await page.getByRole('button', { name: 'Post update' }).dblclick();
  await expect(page.getByText('Status update posted')).toBeVisible();
  await page.goto('/recommendations/r9');
  const updates = page.getByRole('region', { name: /^(Status updates|Updates)/ });
  await expect(updates.getByText(headline)).toHaveCount(1);
});

test('a commissioner makes a local action, dates it, brings it forward and withdraws it', async ({
  as,
}, { project }) => {
  const page = await as('commissioner');
  const title = `Outreach van ${project.name}`;
  await page.goto('/local-actions/new');
  await page.getByLabel('Short title').fill(title);
  await page.getByLabel('Description').fill('Run a van two days a week.');
  await page.locator('summary', { hasText: 'Recommendations' }).click();
  await page.getByRole('checkbox', { name: /^R11 / }).check();
  await page.getByRole('button', { name: 'Create local action' }).click();
  await expect(page.getByText('Local action created')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  const address = new URL(page.url()).pathname;

  const due = async (day: string, month: string, year: string) => {
    await page.goto(`${address}/dates`);
    await page.getByRole('radio', { name: /due date/i }).check();
    const group = page.getByRole('group', { name: 'Due date' });
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Save dates' }).click();
  };
  await due('30', '6', '2037');
  await expect(page.getByText('Dates saved')).toBeVisible();
  await due('31', '5', '2037');
  await expect(page.getByText('Dates saved')).toBeVisible();
  await due('1', '7', '2037');
  await expect(page.getByRole('alert').getByText(/needs the board’s agreement/)).toBeVisible();

  await page.goto(address);
  await expect(page.getByText('30 June 2037').first()).toBeVisible();
  await expect(page.getByText('31 May 2037').first()).toBeVisible();

  await page.goto(`${address}/withdraw`);
  await page.getByLabel('Why it is withdrawn').fill('Created twice.');
  await page.getByRole('button', { name: 'Withdraw this action' }).click();
  await expect(page.getByText('Local action withdrawn')).toBeVisible();
  await page.goto(`/local-actions?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('the boxes of the filters follow the address', async ({ as }) => {
  const page = await as('member');
  await page.goto('/recommendations');
  await page.getByRole('link', { name: 'Amber', exact: true }).click();
  await expect(page).toHaveURL(/rag=amber/);
  await page
    .getByText(/^Filters/)
    .first()
    .click();
  await expect(page.getByRole('checkbox', { name: /^Amber/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^Contribute/ }).check();
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/rag=amber.*role=contribute/);
  await page.getByRole('link', { name: /Remove filter RAG status/ }).click();
  await expect(page).not.toHaveURL(/rag=amber/);
  await page
    .getByText(/^Filters/)
    .first()
    .click();
  await expect(page.getByRole('checkbox', { name: /^Amber/ })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Contribute/ })).toBeChecked();
});
