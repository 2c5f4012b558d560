import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse as parseCsv } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { londonDay } from '@/lib/domain/dates';
import { expect, test } from './fixtures';

async function downloaded(page: Page, name: string): Promise<{ bytes: Buffer; called: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return {
    bytes: await readFile(await download.path()),
    called: download.suggestedFilename(),
  };
}

/** The demo's meetings move with the day it is seeded on. */
async function meetingBeforeLast(page: Page): Promise<string> {
  await page.goto('/meetings');
  const days = await page
    .getByRole('rowheader')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(-10) ?? ''));
  const held = days.filter((day) => day < londonDay(new Date())).sort();
  return held.at(-2) ?? 'none';
}

test('a register that was narrowed and sorted is downloaded as it is on the screen', async ({
  as,
}) => {
  const page = await as('viewer');
  const address = '/local-actions?rag=red&rag=amber&sort=title&order=down';
  const earlier = await meetingBeforeLast(page);
  for (const day of [undefined, earlier]) {
    await page.goto(day ? `${address}&as-at=meeting%3A${day}` : address);
    const shown = await page
      .getByRole('rowheader')
      .evaluateAll((cells) => cells.flatMap((cell) => cell.textContent?.match(/^A\d+/)?.[0] ?? []));
    expect(shown.length).toBeGreaterThan(3);
    const excel = await downloaded(page, 'Excel');
    expect(excel.called).toMatch(
      day ? `local-actions as at ${day}.xlsx` : /^local-actions \d{4}-\d\d-\d\d\.xlsx$/,
    );
    const [register] = await readExcelFile(excel.bytes);
    expect(register?.data.slice(1).map(([reference]) => reference)).toEqual(shown);
    const csv = await downloaded(page, 'CSV');
    expect(csv.called).toMatch(/\.csv$/);
    const records: string[][] = parseCsv(csv.bytes, { bom: true });
    expect(records.slice(1).map(([reference]) => reference)).toEqual(shown);
  }
  const headers = (await page.request.get('/recommendations.xlsx')).headers();
  expect(headers['content-security-policy']).toContain('sandbox');
  expect(headers['cache-control']).toBe('private, no-store');
  expect((await page.request.get('/local-actions.csv?as-at=nonsense')).status()).toBe(404);
  expect((await page.request.get('/local-actions.pdf')).status()).toBe(404);
});
