import type { Page } from '@playwright/test';
import { expectDone } from './done';
import { expect, test } from './fixtures';

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function upload(page: Page, file: Upload | null): Promise<void> {
  await page.goto('/recommendations/r15/evidence/file');
  if (file) await page.getByLabel('File').setInputFiles(file);
  await page.getByLabel('Title').fill('Typed title');
  await page.getByLabel('What it shows').fill('What it shows.');
  const dated = page.getByRole('group', { name: 'Date of the evidence' });
  await dated.getByLabel('Day').fill('1');
  await dated.getByLabel('Month').fill('9');
  await dated.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Add evidence' }).click();
}

const LIMIT = 20 * 1024 * 1024;
const REFUSED: ReadonlyArray<readonly [string, Upload | null, RegExp]> = [
  ['no file at all', null, /Choose a file/],
  [
    'an empty file',
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    /empty|Choose a file/,
  ],
  [
    'a picture that can hold scripts',
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    },
    /must be a PDF/,
  ],
  [
    'a web page called text',
    {
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('<!doctype html><script>1</script>'),
    },
    /must be a PDF/,
  ],
  [
    'a lying extension',
    { name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Only text.\n') },
    /must be a PDF/,
  ],
  [
    'a program',
    {
      name: 'setup.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]),
    },
    /must be a PDF/,
  ],
  [
    'one byte above 20 MB',
    { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(LIMIT + 1, 'a') },
    /20 MB or smaller/,
  ],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const [what, file, message] of REFUSED) {
      test(`${what} is refused at its field, and nothing is stored`, async ({ as }) => {
        const page = await as('member');
        await upload(page, file);
        const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
        await expect(summary.getByText(message)).toBeVisible();
        await expect(page.getByLabel('File')).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByLabel('Title')).toHaveValue('Typed title');
        await page.goto('/recommendations/r15');
        await expect(page.getByText('Typed title')).toHaveCount(0);
      });
    }
  });
}

test('a file comes back byte for byte, as an attachment that runs nowhere', async ({ as }) => {
  const page = await as('member');
  const buffer = Buffer.from(`name,value\r\n"=1+1",${'x'.repeat(3_000_000)}\r\n`);
  await page.goto('/recommendations/r16/evidence/file');
  await page
    .getByLabel('File')
    .setInputFiles({ name: '../../figures “2026”.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Title').fill('Figures');
  await page.getByLabel('What it shows').fill('What was counted.');
  const dated = page.getByRole('group', { name: 'Date of the evidence' });
  await dated.getByLabel('Day').fill('1');
  await dated.getByLabel('Month').fill('9');
  await dated.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expectDone(page, /^Evidence added to .*: Figures$/);

  const href = await page
    .locator('a[href^="/evidence/"][href$="/file"]')
    .first()
    .getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  expect(Buffer.compare(await answer.body(), buffer)).toBe(0);
  const headers = answer.headers();
  expect(headers['content-disposition']).toMatch(/^attachment; /);
  expect(headers['content-disposition']).not.toContain('/');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain("default-src 'none'; sandbox");
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
});

test('a body far above the limit is answered with a page, not a bare error', async ({
  baseURL,
  request,
}) => {
  const answer = await request.post('/recommendations/r15/evidence/file', {
    headers: { origin: baseURL ?? '' },
    multipart: {
      file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(24_000_000) },
    },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain('<h1');
});
