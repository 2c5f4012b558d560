import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { formsOf } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';
import { residentBytes, stallUploads } from '../support/stalled-uploads';
import { appOf, until } from '../support/started';

const MB = 1024 * 1024;
const app = await ownApp();

/** Somebody else, who opens a page now and then: in a thread, which this one does not hold up. */
const SOMEBODY = `
  const { parentPort, workerData } = require('node:worker_threads');
  (async () => {
    for (;;) {
      const began = performance.now();
      const answer = await fetch(workerData);
      await answer.text();
      parentPort.postMessage([answer.status, performance.now() - began]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
`;

test('200 connections that each declare 20 MB, send 19 and wait keep nobody else waiting', async () => {
  const pid = appOf(app.started);
  const cookie = await app.cookie('officer');
  const pages: Array<[status: number, took: number]> = [];
  const somebody = new Worker(SOMEBODY, { eval: true, workerData: `${app.address}/sign-in` });
  somebody.on('message', (page) => pages.push(page));
  await until(() => pages.length >= 20);
  // A machine that is busy with other things takes longer for everything.
  const usual = Math.max(...pages.splice(0).map(([, took]) => took));
  const rest = residentBytes(pid);

  const stalled = stallUploads(200, { ...app, path: '/import', cookie });
  const answered = (status: number) =>
    stalled.answers().filter((said) => said.startsWith(`HTTP/1.1 ${status} `));
  let most = 0;
  // Until the first are cut that bring too little.
  const givenUpAt = Date.now() + 60_000;
  while (answered(408).length === 0 && Date.now() < givenUpAt) {
    most = Math.max(most, residentBytes(pid));
    const seen = pages.length;
    await until(() => pages.length > seen);
  }
  await somebody.terminate();
  stalled.end();
  expect(answered(408).length).toBeGreaterThan(0);
  expect((most - rest) / MB).toBeLessThan(200);
  const took = pages.map(([, ms]) => Math.round(ms)).sort((one, other) => other - one);
  expect(took[0], took.slice(0, 5).join(', ')).toBeLessThan(Math.max(500, 2 * usual));
  expect(pages.every(([status]) => status === 200)).toBe(true);
  // Some are told that there is no room; the others wait for theirs, unread.
  const [busy = ''] = answered(503);
  expect(answered(503).length).toBeGreaterThan(100);
  expect(busy).toContain('Too much is being sent at once');
  expect(busy).toMatch(/^retry-after: 60\r$/im);
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
