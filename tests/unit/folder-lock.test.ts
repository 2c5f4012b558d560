import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInUse, lockFolder, useFolder } from '@/prisma/folder-lock';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'board-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder is locked by one at a time, and free again once it is let go', async () => {
  const lock = await lockFolder(folder, 0);
  expect(lock).toBeDefined();
  expect(await lockFolder(folder, 0)).toBeUndefined();
  await lock?.release();
  const next = await lockFolder(folder, 0);
  expect(next).toBeDefined();
  await next?.release();
});

test('a folder is in use while any of those who use it does', async () => {
  expect(await isInUse(folder)).toBe(false);
  const [one, other] = [await useFolder(folder), await useFolder(folder)];
  await one.release();
  expect(await isInUse(folder)).toBe(true);
  await other.release();
  expect(await isInUse(folder)).toBe(false);
});

const USES = `
  const { useFolder } = await import('@/prisma/folder-lock');
  await useFolder(process.argv[1]);
  setInterval(() => {}, 1000);
  console.log('uses it');
`;

test('a user that was killed uses it no more, and leaves nothing', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', USES, folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(await isInUse(folder)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await isInUse(folder)).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

test('somebody else at the port of a dead user is not taken for it', async () => {
  const stranger = createServer((socket) => socket.end('another token'));
  await once(stranger.listen(0, '127.0.0.1'), 'listening');
  const address = stranger.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const dead = { pid: process.pid, port, token: 'the token of the dead' };
  await writeFile(path.join(folder, 'in-use-dead'), JSON.stringify(dead));
  expect(await isInUse(folder)).toBe(false);
  stranger.close();
});
