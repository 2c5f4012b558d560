import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { formsOf, refusal } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';
import { freePort, until } from '../support/started';
import { ownFolder, runProgram } from '../support/system-program';

/** What our own signature finds; nothing else is in the database of this scanner. */
const MARK = 'words that only a test of the board tracker looks for';
const FORM = '/recommendations/r1/evidence/file';

const port = await freePort();
const folder = await ownFolder();
const signatures = path.join(folder, 'signatures');
await mkdir(signatures);
await writeFile(
  path.join(signatures, 'ours.ndb'),
  `Board.Test.Signature:0:*:${Buffer.from(MARK).toString('hex')}\n`,
);
const config = path.join(folder, 'clamd.conf');
await writeFile(
  config,
  [
    'Foreground yes',
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${signatures}`,
    `TemporaryDirectory ${folder}`,
    'StreamMaxLength 30M',
  ].join('\n'),
);
const clamd = runProgram('clamd', [`--config-file=${config}`]);
const app = await ownApp({ CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: String(port) });

let cookie = '';
beforeAll(async () => {
  await until(answers);
  cookie = await app.cookie('officer');
});

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('zPING\0'));
    socket.once('data', (said) => {
      socket.destroy();
      resolve(said.toString().startsWith('PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}

/** Adds a text as evidence, as a browser without scripts does. */
async function upload(text: string) {
  const headers = { cookie, origin: app.address, accept: 'text/html' };
  const page = await fetch(new URL(FORM, app.address), { headers });
  const [form] = formsOf(await page.text());
  if (!form) throw new Error('There is no form to add a file with.');
  form.set('title', 'A letter');
  form.set('shows', 'That it was agreed');
  for (const [part, value] of Object.entries({ day: '1', month: '6', year: '2026' })) {
    form.set(`datedOn.${part}`, value);
  }
  form.set('file', new File([text], 'letter.txt', { type: 'text/plain' }));
  const before = await app.db.evidence.count();
  const answer = await fetch(new URL(FORM, app.address), {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: form,
  });
  const says = answer.status === 200 ? refusal(await answer.text()) : '';
  return { status: answer.status, says, added: (await app.db.evidence.count()) - before };
}

test('a clean file is kept', async () => {
  expect(await upload('Nothing to find here.')).toEqual({ status: 303, says: '', added: 1 });
});

test('one with a virus is refused by its name, and not kept', async () => {
  const refused = await upload(`Before. ${MARK}. After.`);
  expect(refused).toMatchObject({ status: 200, added: 0 });
  expect(refused.says).toContain('the virus scan found Board.Test.Signature');
});

test('with the scanner away none is kept, and why is said', async () => {
  await clamd.stop();
  const refused = await upload('Nothing to find here.');
  expect(refused).toMatchObject({ status: 200, added: 0 });
  expect(refused.says).toContain('could not be scanned for viruses');
});
