import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { formsOf } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';
import { residentBytes, stallUploads } from '../support/stalled-uploads';
import { appOf } from '../support/started';

const MB = 1024 * 1024;
const app = await ownApp();

/** How long another page takes, in milliseconds. */
async function page(): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${app.address}/sign-in`);
  await answer.text();
  expect(answer.status).toBe(200);
  return performance.now() - began;
}

test('200 connections that each declare 20 MB, send 19 and wait keep nobody else waiting', async () => {
  const pid = appOf(app.started);
  const cookie = await app.cookie('officer');
  for (let round = 0; round < 5; round += 1) await page();
  const rest = residentBytes(pid);
  const stalled = stallUploads(200, { ...app, path: '/import', cookie });
  const takes: number[] = [];
  let most = 0;
  // Until the first are cut that bring too little.
  const cut = () => stalled.answers().filter((said) => said.startsWith('HTTP/1.1 408 '));
  const givenUpAt = Date.now() + 40_000;
  while (cut().length === 0 && Date.now() < givenUpAt) {
    takes.push(await page());
    most = Math.max(most, residentBytes(pid));
    // Someone who opens a page now and then.
    await sleep(200);
  }
  expect(cut().length).toBeGreaterThan(0);
  expect((most - rest) / MB).toBeLessThan(200);
  const slowest = takes.sort((a, b) => b - a).slice(0, 3);
  expect(slowest[0], slowest.join(', ')).toBeLessThan(500);
  // Some are told that there is no room; the others wait for theirs, unread.
  const busy = stalled.answers().filter((said) => said.startsWith('HTTP/1.1 503 '));
  expect(busy.length).toBeGreaterThan(100);
  expect(busy[0]).toContain('Too much is being sent at once');
  expect(busy[0]).toMatch(/^retry-after: 60\r$/im);
  stalled.end();
}, 120_000);

test('a file is taken after that as before, and its answer is the page’s own', async () => {
  const cookie = await app.cookie('officer');
  const html = await (await fetch(`${app.address}/import`, { headers: { cookie } })).text();
  const [form] = formsOf(html);
  form?.set('kind', 'local_actions');
  form?.set('file', new File(['Title,Owner\nA thing to do,\n'], 'log.csv', { type: 'text/csv' }));
  const answer = await fetch(`${app.address}/import`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: app.address },
    body: form,
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/import/'),
  ]);
});
