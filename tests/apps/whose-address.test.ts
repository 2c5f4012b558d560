import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { formsOf } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';

const untold = await ownApp();
const told = await ownApp({ TRUST_PROXY: '127.0.0.1' });

/** Fails to sign in, by way of a proxy that says where from. @returns what is recorded of it */
async function addressOf(app: typeof told, email: string, forwarded: string) {
  const [form] = formsOf(await (await fetch(`${app.address}/sign-in`)).text());
  form?.set('email', email);
  form?.set('password', 'not the right one at all');
  const answer = await fetch(`${app.address}/sign-in`, {
    method: 'POST',
    headers: { origin: app.address, 'x-forwarded-for': forwarded, 'x-caller-address': '6.6.6.6' },
    body: form,
  });
  expect(answer.status).toBe(200);
  const event = await app.db.securityEvent.findFirstOrThrow({
    where: { kind: 'sign_in.failed', detail: email },
    orderBy: { id: 'desc' },
  });
  return event.address;
}

const WARNING = 'Forwarded headers came from a peer that TRUST_PROXY does not name';
const warnings = (app: typeof told) => app.started.output().split(WARNING).length - 1;
const settings = async (app: typeof told, role: 'administrator' | 'officer') =>
  (await fetch(`${app.address}/settings`, { headers: { cookie: await app.cookie(role) } })).text();
const NOTE = 'Network addresses may be those of a proxy';

describe('behind a proxy that was not named', () => {
  test('addresses are those of the connection, and that is told once, to whoever can mend it', async () => {
    expect(await settings(untold, 'administrator')).not.toContain(NOTE);
    for (const email of ['one@example.org', 'two@example.org']) {
      expect(await addressOf(untold, email, '203.0.113.5')).toBe('127.0.0.1');
    }
    expect(warnings(untold)).toBe(1);
    expect(await settings(untold, 'administrator')).toContain(NOTE);
    expect(await settings(untold, 'officer')).not.toContain(NOTE);
  });

  test('the app listens on every address', () => {
    expect(untold.started.output()).toContain(
      'It listens on every address of this machine (0.0.0.0), port',
    );
    expect(untold.started.output()).toContain('believes the forwarded headers of nobody.');
  });
});

describe('behind a proxy of this machine that was named', () => {
  test('addresses are those that it says, and not those that callers say', async () => {
    const address = await addressOf(told, 'one@example.org', '6.6.6.6, 203.0.113.5');
    expect(address).toBe('203.0.113.5');
    expect(warnings(told)).toBe(0);
    expect(await settings(told, 'administrator')).not.toContain(NOTE);
  });

  test('nobody else can get there: the app listens for this machine alone', async () => {
    expect(told.started.output()).toContain(
      'It listens on 127.0.0.1, for this machine alone, port',
    );
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    // Another address of the loopback network stands for one that is not there.
    const socket = connect(Number(new URL(told.address).port), outer ?? '127.0.0.2');
    const how = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    socket.destroy();
    expect(how).toBe('ECONNREFUSED');
  });
});
