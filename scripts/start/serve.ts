import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type Environment, toVariables } from '@/lib/server/env';
import { actionSealingKey } from './action-keys';
import { type Child, startChild } from './child';

const HOST = '0.0.0.0';

/**
 * Makes sure that nothing else listens on the port.
 * @throws OperatorError when something does, or this user may not
 */
export async function checkPort(port: number): Promise<void> {
  // An app whose `start` was killed takes a moment to notice and leave.
  const givenUpAt = Date.now() + 2500;
  for (;;) {
    const code = await tryPort(port);
    if (code === undefined) return;
    if (code === 'EACCES') {
      throw new OperatorError(`This user may not listen on port ${port}; PORT names another.`);
    }
    if (Date.now() > givenUpAt) {
      throw new OperatorError(`Port ${port} is taken by another program; PORT names another.`);
    }
    await sleep(100);
  }
}

function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(errorCode(error) ?? error.message));
    probe.listen(port, HOST, () => probe.close(() => resolve(undefined)));
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
    HOSTNAME: HOST,
    NODE_ENV: server ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
  } as const;
  if (server) return startChild(server, [], variables, 'passed');
  const next = path.resolve('node_modules/next/dist/bin/next');
  const args = ['dev', '--hostname', HOST, '--port', String(environment.port)];
  return startChild(next, args, variables, 'passed');
}

/**
 * Waits until the app says that it is ready.
 * @throws OperatorError when it has not after two minutes
 */
export async function untilReady(port: number): Promise<void> {
  const givenUpAt = Date.now() + 120_000;
  while (Date.now() < givenUpAt) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      // One that is kept for more would keep the app for seconds when it is told to stop.
      headers: { connection: 'close' },
    }).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new OperatorError('The app was started but does not answer; its log is above.');
}
