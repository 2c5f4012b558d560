import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test, vi } from 'vitest';
import { sendMail } from '@/lib/server/mail';

test('nothing is said in clear to a mail server that offers no TLS', async () => {
  const said: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: ({ address }, _, done) => {
      said.push(address);
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    AUTH_SECRET: 'x'.repeat(40),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(port),
    SMTP_FROM: 'Board tracker <board@partner.example>',
  })) {
    vi.stubEnv(name, value);
  }
  expect(await sendMail({ to: 'reader@partner.example', subject: 'A link', text: '…' })).toBe(
    false,
  );
  expect(said).toEqual([]);
  vi.unstubAllEnvs();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
