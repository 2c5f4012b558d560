import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** Takes a connection and all that is sent, and never says a word. */
let silent: Server;
const held = new Set<Socket>();
const port = () => (silent.address() as AddressInfo).port;

vi.mock('@/lib/server/env', () => ({
  env: () => ({
    smtp: { host: '127.0.0.1', port: port(), tls: 'none', from: 'board@board.example' },
    clamav: { host: '127.0.0.1', port: port() },
  }),
}));
vi.mock('@/lib/server/log', () => ({ log: { error: () => {} } }));
const { sendMail } = await import('@/lib/server/mail');
const { scanFile } = await import('@/lib/server/virus-scan');

beforeAll(async () => {
  silent = createServer((socket) => {
    held.add(socket);
    socket.on('error', () => {}).resume();
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(() => {
  for (const socket of held) socket.destroy();
  silent.close();
});

// Both wait for what never comes, for as long as they do.
test.concurrent('a mail server that says nothing is given up', { timeout: 20_000 }, async () => {
  const mail = { to: 'member@board.example', subject: 'Hello', text: 'Hello' };
  expect(await sendMail(mail)).toBe(false);
});

test.concurrent('a scanner that says nothing is given up, and the file refused', {
  timeout: 45_000,
}, async () => {
  const file = new File(['words'], 'words.txt');
  await expect(scanFile(file)).rejects.toThrow('could not be scanned for viruses');
});
