import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type Environment, type Settings, toVariables } from '@/lib/server/env';
import { actionSealingKey } from './action-keys';
import { type Child, startChild } from './child';

/**
 * Makes sure that nothing else listens on the port.
 * @throws OperatorError when something does, or this user may not
 */
export async function checkPort({ port, host }: Settings): Promise<void> {
  // An app whose `start` was killed takes a moment to notice and leave.
  const givenUpAt = Date.now() + 2500;
  for (;;) {
    const code = await tryPort(port, host);
    if (code === undefined) return;
    if (code === 'EADDRNOTAVAIL') {
      throw new OperatorError(`${host} is no address of this machine; HOST names another.`);
    }
    if (code === 'EACCES') {
      throw new OperatorError(`This user may not listen on port ${port}; PORT names another.`);
    }
    if (Date.now() > givenUpAt) {
      throw new OperatorError(`Port ${port} is taken by another program; PORT names another.`);
    }
    await sleep(100);
  }
}

function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(errorCode(error) ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Starts the process that serves the app.
 * @param server of a build; without one the app is served from its sources, with reload
 */
export function startApp(environment: Environment, server: string | undefined): Child {
  const variables = {
    ...process.env,
    ...toVariables(environment),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionSealingKey(environment.authSecret),
    HOSTNAME: environment.host,
    NODE_ENV: server ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
  } as const;
  if (server) return startChild(server, [], variables, 'passed');
  const next = path.resolve('node_modules/next/dist/bin/next');
  const args = ['dev', '--hostname', environment.host, '--port', String(environment.port)];
  return startChild(next, args, variables, 'passed');
}

/** Where a program of this machine reaches the app. */
function ownAddress({ host, port }: Environment): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

async function answers(environment: Environment, what: 'live' | 'ready'): Promise<boolean> {
  const answer = await fetch(`${ownAddress(environment)}/api/health/${what}`, {
    // One that is kept for more would keep the app for seconds when it is told to stop.
    headers: { connection: 'close' },
  }).catch(() => undefined);
  await answer?.text();
  return answer?.ok ?? false;
}

/**
 * Waits until the app says that it is ready.
 * @throws OperatorError when it has not after two minutes
 */
export async function untilReady(environment: Environment): Promise<void> {
  const givenUpAt = Date.now() + 120_000;
  while (Date.now() < givenUpAt) {
    if (await answers(environment, 'ready')) return;
    await sleep(50);
  }
  throw new OperatorError('The app was started but does not answer; its log is above.');
}

/** Waits until the app answers at all, for as long as `going` says that there is one. */
export async function untilLive(environment: Environment, going: () => boolean): Promise<boolean> {
  while (going()) {
    if (await answers(environment, 'live')) return true;
    await sleep(100);
  }
  return false;
}
