import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../support/browser';
import { ownApp } from '../support/own-app';

interface Mail {
  to: string[];
  /** Without the lines that SMTP adds, and folded lines whole again. */
  head: string[];
  body: string;
}

const mails: Mail[] = [];
let taking = true;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, session, done) => done(taking ? null : new Error(`no room for ${session.id}`)),
  onData(stream, session, done) {
    let raw = '';
    stream.setEncoding('utf8').on('data', (piece) => {
      raw += piece;
    });
    stream.on('end', () => {
      const end = raw.indexOf('\r\n\r\n');
      mails.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        head: raw
          .slice(0, end)
          .replace(/\r\n\s+/g, ' ')
          .split('\r\n'),
        body: raw
          .slice(end + 4)
          .replace(/=\r\n/g, '')
          .replaceAll('=3D', '='),
      });
      done();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.server.address() as AddressInfo;
const app = await ownApp({
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  SMTP_TLS: 'none',
  SMTP_FROM: 'Board tracker <board@partner.example>',
});
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await findBrowser());
});
afterAll(async () => {
  await browser.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function administrator(): Promise<Page> {
  const context = await browser.newContext();
  const [name = '', value = ''] = (await app.cookie('administrator')).split('=');
  await context.addCookies([{ name, value, url: app.address }]);
  return context.newPage();
}

async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto(`${app.address}/people/invite`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Position').fill('Nurse');
  const organisations = page.getByLabel('Organisation');
  await organisations.selectOption({ index: 1 });
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Viewer').check();
  await page.locator('main form button[type=submit]').click();
}

const said = (page: Page) => page.locator('main').textContent();
const linkIn = ({ body }: Mail) => /http:\/\/localhost:\d+(\/\w+\/[\w-]+)/.exec(body)?.[1] ?? '';

test('an invitation goes out by mail, to one reader, and is shown to nobody else', async () => {
  const page = await administrator();
  await invite(page, 'Post Reader', 'post.reader@partner.example');
  await expect.poll(() => mails.length).toBe(1);
  const [mail] = mails as [Mail];
  expect(mail.to).toEqual(['post.reader@partner.example']);
  expect(mail.head).toContain('Subject: Your invitation to the board tracker');
  expect(mail.head).toContain('From: Board tracker <board@partner.example>');
  await expect.poll(() => said(page)).toContain('The link is on its way');
  const address = linkIn(mail);
  expect(address).toMatch(/^\/invitation\//);
  expect(await page.content()).not.toContain(address);
  // A scanner opens the link, and may do so as often as it likes.
  for (const method of ['GET', 'HEAD', 'GET']) await fetch(app.address + address, { method });
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(app.address + address);
  for (const label of ['New password', 'New password again']) {
    await reader.getByLabel(label, { exact: true }).fill('ketchup violin marsh 7');
  }
  await reader.locator('main form button[type=submit]').click();
  await reader.waitForURL(/\/sign-in/);
  await reader.goto(app.address + address);
  expect(await said(reader)).toMatch(/used|too old/);
  await page.context().close();
  await reader.context().close();
});

test.each([
  ['a name', 'Evil\r\nBcc: other@elsewhere.example', 'evil.one@partner.example'],
  ['an address', 'Evil Two', 'evil.two@partner.example\r\nBcc: other@elsewhere.example'],
  ['a list of addresses', 'Evil Three', 'a@partner.example,other@elsewhere.example'],
  ['a name in an address', 'Evil Four', '"a" <other@elsewhere.example>'],
])('%s that holds more than one adds no line and no reader', async (_, name, email) => {
  const before = mails.length;
  const page = await administrator();
  await page.goto(`${app.address}/people/invite`);
  // As a browser would not: fields of one line keep no line breaks.
  const fields = { name, position: 'Nurse', email, roles: 'viewer' };
  const html = await page.content();
  const organisationId = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  const submissionId = /name="submissionId"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
  await page.evaluate(
    async (values) => {
      const form = document.querySelector('main form') as HTMLFormElement;
      for (const input of form.querySelectorAll('input, select')) {
        const field = input as HTMLInputElement;
        if (field.type !== 'checkbox' && field.name in values) {
          field.type = 'hidden';
          field.value = values[field.name as keyof typeof values] ?? '';
        } else if (field.type === 'checkbox') field.checked = field.value === values.roles;
      }
      form.requestSubmit();
    },
    { ...fields, organisationId, submissionId },
  );
  await expect
    .poll(async () => mails.length > before || /There is a problem/.test((await said(page)) ?? ''))
    .toBe(true);
  for (const mail of mails.slice(before)) {
    expect(mail.to).toEqual([email]);
    expect(mail.head.filter((line) => /^bcc|^cc/i.test(line))).toEqual([]);
    expect(JSON.stringify(mail.to)).not.toContain('elsewhere');
  }
  await page.context().close();
});

test('a new password is asked for by mail; who has no account is answered the same, and gets none', async () => {
  const before = mails.length;
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const answers: Array<string | null> = [];
  for (const email of ['nobody@partner.example', 'post.reader@partner.example']) {
    await page.goto(`${app.address}/sign-in/forgotten`);
    await page.getByLabel('Email address').fill(email);
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/forgotten\?done=/);
    answers.push(await said(page));
  }
  expect(answers[0]).toBe(answers[1]);
  await expect.poll(() => mails.length).toBe(before + 1);
  const mail = mails.at(-1) as Mail;
  expect(mail.to).toEqual(['post.reader@partner.example']);
  expect(linkIn(mail)).toMatch(/^\/reset\//);
  await page.goto(app.address + linkIn(mail));
  for (const label of ['New password', 'New password again']) {
    await page.getByLabel(label, { exact: true }).fill('gravel umbrella seven 9');
  }
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/\/sign-in/);
  await page.context().close();
});

test('what the mail server does not take is shown to whoever made it, and said to be', async () => {
  taking = false;
  const page = await administrator();
  await invite(page, 'No Room', 'no.room@partner.example');
  await expect.poll(() => said(page)).toMatch(/\/invitation\/[\w-]{20}/);
  expect(await said(page)).toMatch(/could not be sent/i);
  await page.context().close();
  taking = true;
});
