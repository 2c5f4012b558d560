import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperFile } from '@/lib/domain/paper-model';
import { drawn } from '@/lib/papers/drawn';
import { paperFace, paperFiles } from '@/lib/papers/files';
import { openDesk } from '@/lib/threads/desk';
import { bundleThread } from '@/scripts/start/build';
import { variedPaper } from '@/tests/support/varied-paper';

const ORIGIN = 'https://tracker.example';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'board-desk-'));
  await writeFile(
    path.join(folder, 'worker.mjs'),
    `import { parentPort } from 'node:worker_threads';
    let answered = 0;
    parentPort.on('message', (does) => {
      if (does === 'loops') for (;;);
      if (does === 'fills') { const all = []; for (;;) all.push({ some: [all.length] }); }
      if (does === 'leaves') process.exit(3);
      if (does === 'fails') return parentPort.postMessage({ error: 'no /tmp/such/file' });
      answered += 1;
      parentPort.postMessage({ answer: answered });
    });`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const desk = (seconds = 20) =>
  openDesk<string, number>({
    file: path.relative(process.cwd(), path.join(folder, 'worker.mjs')),
    failed: 'It failed',
    heapMb: 32,
    seconds,
  });

test.each([
  ['takes too long', 'loops', 'It failed: it took more than 1 seconds'],
  ['takes too much memory', 'fills', /^It failed: Worker terminated due to reaching memory limit/],
  ['leaves', 'leaves', 'It failed: its thread ended'],
])('a thread that %s is ended, and the next question is answered', async (_, does, says) => {
  const asked = desk(does === 'loops' ? 1 : 20);
  const refused = expect(asked.ask(does)).rejects.toThrow(says);
  const next = asked.ask('adds');
  await refused;
  expect(await next).toBe(1);
});

test('a thread goes on after what it could not do, and says nothing of paths', async () => {
  const asked = desk();
  expect(await asked.ask('adds')).toBe(1);
  await expect(asked.ask('fails')).rejects.toThrow('It failed: no …');
  expect(await asked.ask('adds')).toBe(2);
});

test('nothing is done for whoever has gone, and the next need not wait', async () => {
  const asked = desk();
  const gone = new AbortController();
  const left = expect(asked.ask('loops', gone.signal)).rejects.toBe('gone');
  const next = asked.ask('adds');
  await new Promise((resolve) => setImmediate(resolve));
  gone.abort('gone');
  await left;
  expect(await next).toBe(1);
});

test('a paper drawn beside the rest has the same files', async () => {
  const model = variedPaper();
  const files = await drawn('paper', { model, origin: ORIGIN });
  const here = await paperFiles(model, ORIGIN);
  expect(files.map(({ name, bytes }) => [name, bytes.length > 0])).toEqual(
    here.map(({ name }) => [name, true]),
  );
  expect(await drawn('face', { model, name: '../paper.pdf', origin: ORIGIN })).toBeNull();
  const face = await drawn('face', { model, name: 'paper.html', origin: ORIGIN });
  expect(Buffer.from(face?.bytes ?? [])).toEqual(
    Buffer.from(here.find(({ name }) => name === 'paper.html')?.bytes ?? []),
  );
});

test('what a build has in place of the thread draws the same', async () => {
  await bundleThread(folder);
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const built = openDesk<unknown, PaperFile>({
    file: path.relative(process.cwd(), path.join(folder, 'lib/papers/drawing-worker.mjs')),
    failed: 'It failed',
    heapMb: 512,
    seconds: 60,
  });
  const model = variedPaper();
  const face = (name: string) => ({ model, name, origin: ORIGIN });
  const html = await built.ask({ kind: 'face', of: face('paper.html') });
  const here = await paperFace(model, 'paper.html', ORIGIN);
  expect(Buffer.from(html.bytes).equals(Buffer.from(here?.bytes ?? []))).toBe(true);
  for (const [name, begins] of [
    ['paper.docx', 'PK'],
    ['paper.xlsx', 'PK'],
    ['paper.pdf', '%PDF'],
  ] as const) {
    const { bytes } = await built.ask({ kind: 'face', of: face(name) });
    expect(Buffer.from(bytes).subarray(0, begins.length).toString()).toBe(begins);
  }
}, 120_000);
