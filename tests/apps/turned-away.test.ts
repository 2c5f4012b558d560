import { beforeAll, describe, expect, test } from 'vitest';
import { builtActions } from '../support/built';
import { formsOf } from '../support/forms-of-a-page';
import { ownApp } from '../support/own-app';
import { until } from '../support/started';

const app = await ownApp();
const ASK = '/recommendations/r1/ask';
const ELSEWHERE = 'https://board.example.org';
const action = builtActions().find(({ name }) => name.endsWith('#askQuestionAction'))?.id ?? '';
const SCRIPT = { 'next-action': action, accept: 'text/x-component' };
const BROWSER = { accept: 'text/html,application/xhtml+xml' };

let cookie = '';
beforeAll(async () => {
  cookie = await app.cookie('member');
});

interface Sent {
  method?: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

function ask(init: Sent, address = ASK) {
  const { headers } = init;
  return fetch(new URL(address, app.address), {
    method: 'POST',
    redirect: 'manual',
    ...init,
    headers: { cookie, origin: app.address, ...headers },
  });
}

/** The lines of the log that hold these words, once there is one. */
async function logged(words: string, more: (line: string) => boolean = () => true) {
  const find = () =>
    app.started
      .output()
      .split('\n')
      .filter((line) => line.includes(words) && more(line));
  await until(() => find().length > 0);
  return find();
}

const questions = () => app.db.question.count();

async function questionForm(): Promise<FormData> {
  const html = await (await fetch(new URL(ASK, app.address), { headers: { cookie } })).text();
  const [form] = formsOf(html);
  if (!form) throw new Error('There is no form to ask a question with.');
  form.set('words', 'What has been done since the summer?');
  return form;
}

describe('what the proxy turns away', () => {
  test.each<[number, string, Sent]>([
    [
      400,
      'did not arrive whole',
      { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
    ],
    [403, `open ${app.address} and send it`, { headers: { origin: ELSEWHERE }, body: 'x' }],
    [405, 'cannot be done here', { method: 'PUT', headers: {}, body: 'x' }],
    [413, 'holds too much', { headers: {}, body: 'x'.repeat(1024 * 1024 + 1) }],
    [415, 'not a form', { headers: { 'content-type': 'text/xml' }, body: 'x' }],
  ])('with %i is a sentence for a script, and a page for a browser', async (status, says, init) => {
    const scripted = await ask({ ...init, headers: { ...init.headers, ...SCRIPT } });
    // Next's own client shows a sentence under this type alone.
    expect([scripted.status, scripted.headers.get('content-type')]).toEqual([status, 'text/plain']);
    const sentence = await scripted.text();
    expect(sentence).toContain(says);
    expect(sentence).toMatch(/^[A-Z][^<\n]*nothing was saved[^<\n]*\.$/);

    const plain = await ask({ ...init, headers: { ...init.headers, ...BROWSER } });
    expect([plain.status, plain.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
    expect(await plain.text()).toMatch(/<h1>.*Nothing was saved\./s);
  });

  test.each([
    ['https://one.example:8443', 'https://one.example:8443'],
    ['https://name:word@two.example/path?token=3', 'https://two.example'],
    ['null', 'not an address'],
  ])('for its origin %s is one line in the log, which says %s', async (origin, seen) => {
    const answer = await ask({ headers: { ...SCRIPT, origin }, body: 'x' }, `${ASK}?word=hidden`);
    expect(answer.status).toBe(403);
    const lines = await logged('from another address', (line) => line.includes(`"${seen}"`));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'warn',
        time: expect.any(String),
        seen,
        expected: app.address,
        msg: 'A form sent from another address was turned away',
      },
    ]);
  });
});

/** The same form as an older build would have made it. */
function ofAnotherBuild(form: FormData): FormData {
  const other = action.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const sent = new FormData();
  for (const [name, value] of form) {
    sent.append(name.replace(action, other), String(value).replace(action, other));
  }
  return sent;
}

describe('a form whose action this build does not have', () => {
  const WORDS = 'A form of another build was sent';

  test('is a page of ours without a script, which leads to the page anew', async () => {
    const before = await questions();
    const body = ofAnotherBuild(await questionForm());
    const address = `${ASK}?a="><script>`;
    const answer = await ask({ headers: BROWSER, body }, address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      409,
      'text/html; charset=utf-8',
    ]);
    const html = await answer.text();
    expect(html).toContain('<h1>This page is from an older version of the service</h1>');
    expect(html).toContain('Nothing was saved. Go back, copy what you typed');
    expect(html).toContain(`<a href="${ASK}?a=%22%3E%3Cscript%3E">`);
    expect(await questions()).toBe(before);
    const [line = ''] = await logged(WORDS, (one) => one.includes('"scripted":false'));
    expect(line).not.toContain('recommendations');
  });

  test('is left to Next’s client with one, and is in the log as well', async () => {
    const body = new FormData();
    body.append('0', '[]');
    const headers = { ...SCRIPT, 'next-action': action.replace(/....$/, 'ffff') };
    const answer = await ask({ headers, body });
    expect(answer.headers.get('x-nextjs-action-not-found')).toBe('1');
    expect(answer.headers.get('content-type')).toBe('text/plain');
    await logged(WORDS, (one) => one.includes('"scripted":true'));
  });

  test('was refused for that alone: with the action of this build it is saved', async () => {
    const before = await questions();
    const answer = await ask({ headers: BROWSER, body: await questionForm() });
    expect(answer.headers.get('location')).toContain('done=');
    expect(await questions()).toBe(before + 1);
  });
});
