import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formsOf } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';
import { freePort, until } from '../support/started';
import { ownFolder, runProgram } from '../support/system-program';

const port = await freePort();
const outside = `http://localhost:${port}`;
const app = await ownApp({ TRUST_PROXY: '127.0.0.1', APP_URL: outside });
const { port: inside } = new URL(app.address);
const folder = await ownFolder();

/** The example of the paper, with other names and ports. */
async function configuration(): Promise<string> {
  const example = await readFile('docs/nginx.conf', 'utf8');
  const server = example
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ {2}ssl_.*\n/gm, '')
    .replace('http://127.0.0.1:3000', `http://127.0.0.1:${inside}`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr error;
events {}
http {
access_log off;
${places.map((place) => `${place}_temp_path ${folder}/${place};`).join('\n')}
${server}
}`;
}

const config = path.join(folder, 'nginx.conf');
await writeFile(config, await configuration());
runProgram('nginx', ['-p', folder, '-c', config, '-e', 'stderr']);
await until(async () => {
  const answer = await fetch(`${outside}/api/health/live`).catch(() => undefined);
  return answer?.ok === true;
});

/** Sends the sign-in form with a wrong password, from an address of this machine. */
async function signInFrom(localAddress: string, to: string, headers: Record<string, string>) {
  const page = await fetch(`${to}/sign-in`);
  const [form] = formsOf(await page.text());
  if (!form) throw new Error('There is no form to sign in with.');
  form.set('email', 'member@board.example');
  form.set('password', 'not the password of anybody');
  const whole = new Response(form);
  const body = Buffer.from(await whole.arrayBuffer());
  const { hostname, port: at } = new URL(to);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      {
        host: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port: at,
        path: '/sign-in',
        method: 'POST',
        localAddress,
        headers: {
          host: new URL(to).host,
          origin: outside,
          'content-type': whole.headers.get('content-type') ?? '',
          'content-length': String(body.length),
          ...headers,
        },
      },
      (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
  const latest = await app.db.securityEvent.findFirst({
    where: { kind: 'sign_in.failed' },
    orderBy: { id: 'desc' },
  });
  return { status, address: latest?.address };
}

/** What a server answers to bytes that no library would send: the first line. */
function answerTo(at: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(at, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (some) => {
      said += some;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(said.split('\r\n')[0] ?? ''));
  });
}

test('a page that comes through it carries the headers of the app, each once', async () => {
  const { status, headers } = await fetch(`${outside}/sign-in`);
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; [^,]*$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('the address that it saw counts, and none that its reader made up', async () => {
  const forged = { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9' };
  const seen = await signInFrom('127.0.0.2', outside, forged);
  expect(seen).toEqual({ status: 200, address: '127.0.0.2' });
});

test('who goes past it is believed nothing', async () => {
  const forged = { 'X-Forwarded-For': '203.0.113.9', 'x-peer-address': '203.0.113.9' };
  const seen = await signInFrom('127.0.0.3', app.address, forged);
  expect(seen).toEqual({ status: 200, address: '127.0.0.3' });
});

test('a body that is too large is refused in the words of the app', async () => {
  const answer = await fetch(`${outside}/recommendations/r1/evidence/file`, {
    method: 'POST',
    headers: {
      cookie: await app.cookie('officer'),
      origin: outside,
      'content-type': 'multipart/form-data; boundary=x',
      accept: 'text/html',
    },
    body: Buffer.alloc(22 * 1024 * 1024 + 1),
  });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('20 MB');
});

const TWO_LENGTHS = [
  ['Content-Length: 6', 'Transfer-Encoding: chunked'],
  ['Content-Length: 6', 'Content-Length: 5'],
];

test('a request that says two lengths goes no further', async () => {
  for (const lengths of TWO_LENGTHS) {
    const bytes = `POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${lengths.join('\r\n')}\r\n\r\n0\r\n\r\nG`;
    for (const at of [port, Number(inside)]) {
      expect(await answerTo(at, bytes), `${lengths.join(', ')} at ${at}`).toMatch(
        /^HTTP\/1\.1 400 /,
      );
    }
  }
});
