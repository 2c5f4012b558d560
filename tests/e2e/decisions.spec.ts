import { expectDone } from './done';
import { expect, leave, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

test('an extension is proposed, decided under delegation, and superseded', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const title = `A second clinic, ${project.name}`;
  const proposer = await as('commissioner');
  await proposer.goto('/local-actions/new');
  await proposer.getByLabel('Short title').fill(title);
  await proposer.getByLabel('Description').fill('Open a second clinic.');
  await proposer.getByLabel('By a due date').check();
  const due = proposer.getByRole('group', { name: 'Due date' });
  await due.getByLabel('Day').fill('30');
  await due.getByLabel('Month').fill('6');
  await due.getByLabel('Year').fill('2035');
  await proposer.getByRole('button', { name: /^Create/ }).click();
  await proposer.getByRole('link', { name: 'Propose an extension' }).click();
  await expect(proposer).toHaveTitle(/^Propose an extension/);
  await expectSoundEverywhere(proposer, javaScriptEnabled);
  await proposer.getByRole('button', { name: 'Propose this extension' }).click();
  await expect(proposer.getByText('Enter the new due date')).toHaveCount(2);
  const later = proposer.getByRole('group', { name: 'New due date' });
  await later.getByLabel('Day').fill('30');
  await later.getByLabel('Month').fill('9');
  await later.getByLabel('Year').fill('2035');
  await proposer.getByLabel('Why more time is needed').fill('The lease is late.');
  await proposer.getByRole('button', { name: 'Propose this extension' }).click();
  await expect(proposer.getByText('it awaits the board’s decision')).toBeVisible();
  const address = new URL(proposer.url()).pathname;

  const officer = await as('officer');
  await officer.goto(address);
  await officer.getByRole('link', { name: 'Record a delegated decision' }).click();
  await officer.getByLabel('Agreed').check();
  await officer.getByLabel('Decided by').selectOption({ index: 3 });
  const today = new Date();
  const on = officer.getByRole('group', { name: 'Decided on' });
  const london = today.toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-');
  await on.getByLabel('Day').fill(london[2] ?? '');
  await on.getByLabel('Month').fill(london[1] ?? '');
  await on.getByLabel('Year').fill(london[0] ?? '');
  await officer.getByRole('button', { name: 'Record this decision' }).click();
  await expectDone(officer, /^Decision on A\d+ recorded: agreed$/);
  await expect(officer.getByText(/moved once, first date/).first()).toBeVisible();

  await officer.getByRole('link', { name: /^Minute Delegated/ }).click();
  await expect(officer).toHaveTitle(/^Decision /);
  await expectSoundEverywhere(officer, javaScriptEnabled);
  await officer.getByRole('link', { name: 'Supersede this decision' }).click();
  await expect(officer).toHaveTitle(/^Supersede/);
  await expectSoundEverywhere(officer, javaScriptEnabled);
  await officer.getByLabel('Refused').check();
  await officer.getByLabel(/^What was mistaken/).fill('It was not agreed.');
  await officer.getByLabel('Where it was decided').selectOption('delegation');
  await officer.getByLabel('Decided by').selectOption({ index: 3 });
  await on.getByLabel('Day').fill(london[2] ?? '');
  await on.getByLabel('Month').fill(london[1] ?? '');
  await on.getByLabel('Year').fill(london[0] ?? '');
  await officer.getByRole('button', { name: 'Supersede the decision' }).click();
  await expect(officer.getByText('Superseded by')).toBeVisible();
  await officer.goto(address);
  await expect(officer.getByText(/its first date, never moved/).first()).toBeVisible();
});

test('a meeting’s decisions are recorded in one pass, all listed except', async ({
  as,
  javaScriptEnabled,
}) => {
  const officer = await as('officer');
  await officer.goto('/meetings/new');
  const [year = '', month = '', day = ''] = new Date()
    .toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
    .split('-');
  const date = officer.getByRole('group', { name: 'Date' }).first();
  await date.getByLabel('Day').fill(day);
  await date.getByLabel('Month').fill(month);
  await date.getByLabel('Year').fill(year);
  await officer.getByLabel('Starts at').fill(javaScriptEnabled === false ? '08:00' : '09:00');
  await officer.getByLabel('Venue').fill('Town hall');
  await officer.getByRole('button', { name: 'Add meeting' }).click();
  await officer
    .getByRole('navigation', { name: 'For this meeting' })
    .getByRole('link', { name: 'Decisions' })
    .click();
  await expect(officer).toHaveTitle(/^Decisions/);
  await expectSoundEverywhere(officer, javaScriptEnabled);
  await officer.getByLabel(/^Agree all listed/).check();
  await officer.getByLabel('Decision on A15').selectOption('refused');
  await officer.getByLabel('Decision on A2').selectOption('open');
  await officer.getByRole('button', { name: 'Record these decisions' }).click();
  // Why is missing; what was chosen is kept.
  await expect(officer.getByText(/Say why, so that/)).toHaveCount(2);
  await expect(officer.getByLabel('Decision on A2')).toHaveValue('open');
  await officer.getByLabel('Decision on A15').selectOption('open');
  await officer.getByRole('button', { name: 'Record these decisions' }).click();
  await expect(officer.getByText('Nothing is decided yet')).toBeVisible();
  await officer.getByRole('link', { name: 'Record another decision' }).click();
  if (javaScriptEnabled !== false) await leave(officer);
  await officer.getByLabel('What was decided').fill('To write to the minister.');
  await officer.getByRole('button', { name: 'Record this decision' }).click();
  await expect(officer.getByText('To write to the minister.')).toBeVisible();
});
