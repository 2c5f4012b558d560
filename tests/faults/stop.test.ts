import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dataFolder, removeFolder } from '../support/data-folder';
import { freePort, runScript, type Started, stopAll, until } from '../support/started';

const AUTH_SECRET = 'a secret of an app that is told to stop';
const BODY = 'x'.repeat(200);

let folder: string;
let port: number;
let started: Started;

beforeAll(async () => {
  folder = await dataFolder();
});
beforeEach(async () => {
  port = await freePort();
  started = runScript('scripts/start.ts', {
    DATA_DIR: path.join(folder, 'data'),
    PORT: String(port),
    DEMO: 'false',
    AUTH_SECRET,
    STOP_SECONDS: '30',
  });
  await started.ready();
});
afterAll(async () => {
  await stopAll();
  await removeFolder(folder);
});

/** A form that is half sent. */
async function begin(): Promise<{ socket: Socket; said: () => string }> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (piece) => {
    said += String(piece);
  });
  socket.on('error', () => {});
  const lines = [
    'POST /sign-in HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Content-Type: text/plain',
    `Content-Length: ${BODY.length}`,
    'Expect: 100-continue',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  // The app has begun with it.
  await until(() => said.includes('100 Continue'));
  socket.write(BODY.slice(0, 100));
  return { socket, said: () => said };
}

const refused = () =>
  fetch(`http://127.0.0.1:${port}/api/health/live`).then(
    () => false,
    () => true,
  );

test('what began is finished, nothing new is taken, and idle connections are not waited for', async () => {
  // A browser keeps connections open that it may use again, and some that it has not used yet.
  const idle = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  for (const socket of idle) socket.on('error', () => {});
  idle[0]?.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await new Promise((resolve) => idle[0]?.once('data', resolve));
  const { socket, said } = await begin();
  started.signal('SIGTERM');
  await until(refused);
  await until(() => idle.every((one) => one.destroyed || one.readableEnded));
  socket.write(BODY.slice(100));
  await until(() => /HTTP\/1\.1 200 [\s\S]*<\/html>/.test(said()));
  expect(said()).toMatch(/^connection: close\r$/im);
  expect(await started.ended).toBe(0);
  expect(started.errors()).not.toContain('ended by itself');
  expect(started.output()).toContain('What began may finish, for up to 30 seconds.');
});

test('a second Ctrl-C waits for nothing', async () => {
  const { socket } = await begin();
  const began = Date.now();
  started.signal('SIGINT');
  await until(refused);
  // What npm passes on of the first comes at once, and is no second.
  await until(() => Date.now() - began > 600);
  started.signal('SIGINT');
  expect(await started.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(15_000);
  socket.destroy();
});
