import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { formsOf, refusal } from '../support/forms-of-a-page';
import { app, ask, cookieOf, db, personOf } from '../support/http';

const ASK = '/recommendations/r1/ask';

let cookie: string;
let form: FormData;

const counts = async () => ({
  questions: await db.question.count(),
  evidence: await db.evidence.count(),
  events: await db.auditEvent.count(),
});

async function questionForm(): Promise<FormData> {
  const [found] = formsOf(await (await ask(ASK, { cookie })).text());
  if (!found) throw new Error('There is no form to ask a question with.');
  found.set('words', 'What has been done since the summer?');
  return found;
}

beforeAll(async () => {
  cookie = await cookieOf(await personOf('member'));
  form = await questionForm();
});

/** A page: nothing that anybody can send is a fault of ours. */
const PLAIN_ANSWER = /^(200|303|400|404|415) /;

/** The same form in another coding. */
const urlencoded = () => new URLSearchParams([...form].map(([a, b]) => [a, String(b)])).toString();
const plain = () => [...form].map(([a, b]) => `${a}=${String(b)}`).join('\r\n');
const json = () => JSON.stringify(Object.fromEntries(form));
const multipart = (boundary: string, end = `--${boundary}--\r\n`) =>
  [...form]
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
    )
    .join('') + end;

describe('a form in a wrapping that no browser sends', () => {
  test.each<[string, string, () => string]>([
    ['JSON', 'application/json', json],
    ['JSON that is none', 'application/json', () => '{"a":'],
    ['JSON as plain text', 'text/plain', json],
    ['a plain text form', 'text/plain', plain],
    [
      'XML',
      'text/xml',
      () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
    ['a form that is not in parts', 'application/x-www-form-urlencoded', urlencoded],
    ['parts without a boundary', 'multipart/form-data', () => multipart('x')],
    ['parts with another boundary', 'multipart/form-data; boundary=y', () => multipart('x')],
    ['parts that do not end', 'multipart/form-data; boundary=x', () => multipart('x', '')],
    ['half a part', 'multipart/form-data; boundary=x', () => multipart('x').slice(0, 200)],
    [
      'parts without names',
      'multipart/form-data; boundary=x',
      () => '--x\r\n\r\nwords\r\n--x--\r\n',
    ],
    ['no type', '', () => multipart('x')],
    ['nothing', 'multipart/form-data; boundary=x', () => ''],
  ])('%s writes nothing and tells nothing', async (_, type, body) => {
    const before = await counts();
    const answer = await ask(ASK, {
      cookie,
      method: 'POST',
      headers: { 'content-type': type },
      body: body(),
    });
    const html = await answer.text();
    expect(`${answer.status} ${html.slice(0, 300)}`).toMatch(PLAIN_ANSWER);
    expect(html).not.toMatch(/data-dgst="(?!NEXT_)|node_modules|at \w+ \(/);
    expect(await counts()).toEqual(before);
  });

  test('the same form in parts is taken, so that the others were refused for their wrapping', async () => {
    const before = await counts();
    const answer = await ask(ASK, { cookie, method: 'POST', body: await questionForm() });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/recommendations/r1?done='),
    ]);
    expect(await counts()).toMatchObject({ questions: before.questions + 1 });
  });
});

describe('fields that are not those of the form', () => {
  test.each<[string, (form: FormData) => void]>([
    ['the prototype', (sent) => sent.append('__proto__.polluted', 'yes')],
    ['the constructor', (sent) => sent.append('constructor.prototype.polluted', 'yes')],
    ['a path into words', (sent) => sent.append('words.deep[0].er', 'yes')],
    ['a place far along a list', (sent) => sent.append('words[4294967295]', 'yes')],
    ['words twice', (sent) => sent.append('words', 'And again?')],
    ['a file in place of words', (sent) => sent.set('words', new File(['x'], 'a.txt'))],
    [
      'ten thousand more',
      (sent) => {
        for (let index = 0; index < 10_000; index += 1) sent.append(`more${index}`, 'x');
      },
    ],
    ['a name of a hundred thousand characters', (sent) => sent.append('n'.repeat(100_000), 'x')],
    [
      'an action that is none',
      (sent) => {
        for (const name of [...sent.keys()])
          if (name.startsWith('$ACTION')) sent.set(name, 'garbage');
      },
    ],
    [
      'bound values that are none',
      (sent) => {
        for (const name of [...sent.keys()])
          if (/^\$ACTION_\d+:1/.test(name)) sent.set(name, '["__proto__"');
      },
    ],
  ])('%s', async (_, put) => {
    const sent = await questionForm();
    put(sent);
    const answer = await ask(ASK, { cookie, method: 'POST', body: sent });
    const html = await answer.text();
    expect(`${answer.status} ${html.slice(0, 200)}`).toMatch(PLAIN_ANSWER);
    expect(html).not.toMatch(/data-dgst="(?!NEXT_)|node_modules|at \w+ \(/);
    // Nor is anything left behind for whoever comes next.
    expect((await ask('/', { cookie })).status).toBe(200);
  });
});

function send(options: RequestOptions, write: (into: ReturnType<typeof httpRequest>) => void) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpRequest(new URL(ASK, app.address), options, (answer: IncomingMessage) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    write(sent);
  });
}

describe('slow uploads', () => {
  test('fifty that trickle keep nobody from being served', async () => {
    const { hostname, port } = new URL(app.address);
    const before = await counts();
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(
        `POST ${ASK} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${app.address}\r\nCookie: ${cookie}\r\n` +
          'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\n',
      );
      return socket;
    });
    for (let round = 0; round < 5; round += 1) {
      for (const socket of slow) socket.write('a');
      const began = performance.now();
      expect((await ask('/', { cookie })).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(3000);
    }
    for (const socket of slow) socket.destroy();
    expect((await ask('/', { cookie })).status).toBe(200);
    expect(await counts()).toEqual(before);
  });
});

test('a request whose head does not end is cut off', async () => {
  const { hostname, port } = new URL(app.address);
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}\r\nX-More: `);
    });
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
}, 40_000);

describe('methods that no page knows', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'HEAD'])('%s', async (method) => {
    const before = await counts();
    for (const address of [
      '/',
      ASK,
      '/local-actions.csv',
      '/api/health/live',
      '/evidence/x/file',
    ]) {
      const answer = await ask(address, { cookie, method });
      expect(answer.status, `${method} ${address}`).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/data-dgst="(?!NEXT_)|node_modules/);
    }
    expect(await counts()).toEqual(before);
  });

  test.each(['TRACE', 'CONNECT'])('%s is answered by an error or by nothing', async (method) => {
    const { status } = await send({ method, headers: { cookie } }, (sent) => {
      sent.on('connect', (_, socket) => socket.destroy());
      sent.end();
    }).catch(() => ({ status: 400 }));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

test('what a form refuses is said', async () => {
  const sent = await questionForm();
  sent.set('words', 'a'.repeat(1_000_000));
  const answer = await ask(ASK, { cookie, method: 'POST', body: sent });
  expect(refusal(await answer.text())).toMatch(/There is a problem.*characters or fewer/);
});
