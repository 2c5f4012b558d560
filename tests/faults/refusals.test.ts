import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, removeFolder } from '../support/data-folder';
import { freePort, runScript, type Started, stopAll } from '../support/started';

let folder: string;
let running: Started;
let port: number;

beforeAll(async () => {
  folder = await dataFolder();
  port = await freePort();
  // It need not hold anything: making a demo board takes most of a first start.
  const settings = { DATA_DIR: `${folder}/data`, PORT: String(port), DEMO: 'false' };
  running = runScript('scripts/start.ts', settings);
  await running.ready();
});
afterAll(async () => {
  await stopAll();
  await removeFolder(folder);
});

/** Starts with these settings and gives the sentences it leaves with. */
async function refusal(settings: Record<string, string>): Promise<string[]> {
  const started = runScript('scripts/start.ts', {
    DATA_DIR: `${folder}/other-${Math.random()}`,
    PORT: String(await freePort()),
    ...settings,
  });
  expect(await started.ended, started.output()).toBe(1);
  return started.errors().trim().split('\n');
}

describe('a start is refused in a sentence', () => {
  it('while another one uses the data folder, which goes on', async () => {
    expect(await refusal({ DATA_DIR: `${folder}/data` })).toEqual([
      `Another start is already using the data folder ${folder}/data; stop it first, or give this one another DATA_DIR.`,
    ]);
    expect((await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status).toBe(200);
  });

  it('while that one says at its door that it is a trial', async () => {
    const html = await (await fetch(`http://127.0.0.1:${port}/sign-in`)).text();
    expect(html).toContain('This is a trial board');
    expect(html).not.toContain('This is a demo board');
  });

  it('when others are to reach it and DEMO was not said', async () => {
    expect(await refusal({ APP_URL: 'https://board.example.org' })).toEqual([
      'APP_URL is not on this machine and DATABASE_URL is not set, so DEMO should be set: true for a demo board, whose accounts share a printed password, or false for a trial of your own on the embedded database.',
    ]);
  });

  it('when HOST is no address of this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toEqual([
      '192.0.2.1 is no address of this machine; HOST names another.',
    ]);
  });

  it('when the port is taken', async () => {
    expect(await refusal({ PORT: String(port) })).toEqual([
      `Port ${port} is taken by another program; PORT names another.`,
    ]);
  });

  it('when the data folder cannot be entered by whoever has to', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed);
    // To root nothing is closed, but PostgreSQL does not run as root.
    const root = process.getuid?.() === 0;
    await chmod(closed, root ? 0o700 : 0o000);
    const sentences = await refusal({ DATA_DIR: path.join(closed, 'data') });
    await chmod(closed, 0o700);
    expect(sentences).toEqual([
      root
        ? `The embedded PostgreSQL cannot enter ${closed}: started by root, it runs as the user postgres; move the app and DATA_DIR to a folder that others may enter.`
        : `The data folder ${closed}/data cannot be used: this user may not read and write it. DATA_DIR names another.`,
    ]);
  });

  it('when the data folder is a file', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    expect(await refusal({ DATA_DIR: file })).toEqual([
      `The data folder ${file} cannot be used: a file of that name is in the way. DATA_DIR names another.`,
    ]);
  });

  it('when the secrets of the data folder are damaged', async () => {
    const damaged = path.join(folder, 'damaged');
    await mkdir(damaged);
    await writeFile(path.join(damaged, 'secrets.json'), '{');
    expect(await refusal({ DATA_DIR: damaged })).toEqual([
      `${damaged}/secrets.json is damaged; put it back from a backup.`,
    ]);
  });

  it('when the server of DATABASE_URL does not answer, its password unsaid', async () => {
    const address = 'postgresql://someone:hidden@127.0.0.1:1/board';
    expect(await refusal({ DATABASE_URL: address, AUTH_SECRET: 'x'.repeat(32) })).toEqual([
      'The database of DATABASE_URL at 127.0.0.1:1 does not answer: nothing listens there.',
    ]);
  });

  it('for each of several wrong values', async () => {
    expect(await refusal({ DEMO: 'yes', CLAMAV_PORT: '0' })).toEqual([
      'DEMO should be true or false.',
      'CLAMAV_PORT should be a whole number from 1 to 65535.',
    ]);
  });
});
