import type { Role } from '@/lib/domain/permissions';
import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

/** Every page of the app, as the role that sees the most of it. */
const PAGES: ReadonlyArray<readonly [string, Role]> = [
  ['/', 'member'],
  ['/recommendations', 'member'],
  ['/recommendations?rag=red&q=zzzz', 'member'],
  ['/commitments', 'member'],
  ['/local-actions', 'commissioner'],
  ['/local-actions?rag=red&rag=amber&sort=updated&order=down', 'commissioner'],
  ['/recommendations/r2', 'viewer'],
  ['/recommendations/r8', 'officer'],
  ['/commitments/c1', 'member'],
  ['/commitments/c2', 'member'],
  ['/commitments/c3', 'member'],
  ['/commitments/c3.1', 'member'],
  ['/commitments/c4', 'member'],
  ['/commitments/c5', 'member'],
  ['/commitments/c6', 'member'],
  ['/commitments/c7', 'member'],
  ['/commitments/c8', 'member'],
  ['/local-actions/a1', 'officer'],
  ['/local-actions/a1/history', 'viewer'],
  ['/recommendations/r5/history', 'viewer'],
  ['/recommendations/r5/owner', 'member'],
  ['/recommendations/r5/update', 'member'],
  ['/recommendations/r5/no-change', 'member'],
  ['/recommendations/r5/evidence/link', 'member'],
  ['/recommendations/r5/evidence/file', 'member'],
  ['/recommendations/r5/response', 'member'],
  ['/recommendations/r5/position', 'member'],
  ['/recommendations/r5/role', 'officer'],
  ['/recommendations/n1', 'officer'],
  ['/recommendations/n1/wording', 'officer'],
  ['/recommendations/r5/short-title', 'officer'],
  ['/recommendations/r5/mapping', 'officer'],
  ['/commitments/c3.1/mapping', 'officer'],
  ['/sources', 'officer'],
  ['/sources/new', 'officer'],
  ['/sources/n', 'officer'],
  ['/sources/n/add', 'officer'],
  ['/sources/n/edit', 'officer'],
  ['/groupings', 'officer'],
  ['/groupings/new', 'officer'],
  ['/groupings/themes/housing', 'officer'],
  ['/groupings/themes/housing/edit', 'officer'],
  ['/groupings/themes/housing/retire', 'officer'],
  ['/objectives', 'officer'],
  ['/local-actions/new', 'officer'],
  ['/local-actions/a1/edit', 'officer'],
  ['/local-actions/a1/dates', 'officer'],
  ['/local-actions/a1/links', 'officer'],
  ['/local-actions/a1/readings', 'officer'],
  ['/local-actions/a1/withdraw', 'officer'],
  ['/local-actions/a1/restrict', 'officer'],
  ['/local-actions/a1/release', 'officer'],
  ['/local-actions/a2/correct-date', 'officer'],
  ['/local-actions/a1/extend', 'officer'],
  ['/local-actions/a1/close', 'officer'],
  ['/local-actions/a10/reopen', 'officer'],
  ['/local-actions/a2/withdraw-proposal', 'officer'],
  ['/local-actions/a2/decide', 'officer'],
  ['/meetings', 'officer'],
  ['/meetings/new', 'officer'],
  ['/challenges?rule=no_date&rule=funding_ends_first&rule=green_overdue', 'officer'],
  ['/challenges?rule=no_owner&kind=recommendation&owner=mine', 'member'],
  ['/challenges/acknowledge?rule=no_owner', 'officer'],
  ['/challenges/take-back', 'officer'],
  ['/meetings/members', 'officer'],
  ['/meetings/members/new', 'officer'],
  ['/meetings/actions', 'member'],
  ['/questions', 'commissioner'],
  ['/questions?state=answered&mine=asked', 'member'],
  ['/recommendations/r5/ask', 'member'],
  ['/local-actions/a17/questions/1/answer', 'commissioner'],
  ['/local-actions/a17/questions/1/withdraw', 'member'],
  ['/start', 'administrator'],
  [
    '/start/meetings?first.day=4&first.month=3&first.year=2037&every=monthly&startsAt=14%3A00&venue=Hall',
    'officer',
  ],
  ['/start/recommendations', 'officer'],
  ['/settings', 'administrator'],
  ['/settings/board', 'administrator'],
  ['/settings/dates', 'administrator'],
  ['/settings/rag-key', 'administrator'],
  ['/settings/storage', 'administrator'],
  ['/redactions', 'officer'],
  ['/papers', 'officer'],
  ['/import', 'officer'],
  ['/people', 'member'],
  ['/people/new', 'member'],
  ['/organisations', 'member'],
  ['/organisations/new', 'member'],
  ['/about/permissions', 'viewer'],
  ['/accessibility', 'viewer'],
];

for (const [path, role] of PAGES) {
  test(`${path} is sound`, async ({ look, javaScriptEnabled }) => {
    const page = await look(role);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expectSoundEverywhere(page, javaScriptEnabled);
  });
}

test('so is what is open to everybody, and a page that is not there', async ({
  page,
  look,
  javaScriptEnabled,
}) => {
  for (const path of ['/sign-in', '/sign-in/forgotten', '/accessibility', '/about/permissions']) {
    await page.goto(path);
    await expectSoundEverywhere(page, javaScriptEnabled);
  }
  const missing = await look('viewer');
  expect((await missing.goto('/recommendations/r99'))?.status()).toBe(404);
  await expectSoundEverywhere(missing, javaScriptEnabled);
});
