import { describe, expect, it } from 'vitest';
import { completeSettings, parseSettings, toVariables } from '@/lib/server/env';

const secret = 'x'.repeat(32);
const outside = { DATABASE_URL: 'postgresql://u:p@db.example:5432/board', AUTH_SECRET: secret };

describe('the environment', () => {
  it('has a value for everything that can have one', () => {
    expect(parseSettings({})).toEqual({
      port: 3000,
      dataDir: '.data',
      databaseUrl: undefined,
      databaseConnections: 10,
      appUrl: 'http://localhost:3000',
      authSecret: undefined,
      demo: true,
      demoPassword: undefined,
      clamav: undefined,
      smtp: undefined,
      entra: undefined,
      oidc: undefined,
      trustProxy: [],
      host: '0.0.0.0',
      stopSeconds: 300,
      embedded: true,
      schemaVersion: undefined,
    });
  });

  it('takes blank for not set', () => {
    const blank = { PORT: '', DATA_DIR: ' ', DEMO: '', APP_URL: '', DATABASE_URL: '' };
    expect(parseSettings(blank)).toEqual(parseSettings({}));
  });

  it('follows PORT in APP_URL, and drops its last slash', () => {
    expect(parseSettings({ PORT: '8080' }).appUrl).toBe('http://localhost:8080');
    const own = { APP_URL: 'https://b.example/', DEMO: 'false' };
    expect(parseSettings(own).appUrl).toBe('https://b.example');
  });

  it('has the demo on when embedded and off otherwise, unless told', () => {
    expect(parseSettings(outside).demo).toBe(false);
    expect(parseSettings({ ...outside, DEMO: 'true' }).demo).toBe(true);
    expect(parseSettings({ DEMO: 'false' }).demo).toBe(false);
  });

  const unsaid =
    'APP_URL is not on this machine and DATABASE_URL is not set, so DEMO should be set';
  it.each(['https://b.example', 'http://10.0.0.9:3000', 'http://localhost.example'])(
    'wants it said whether %s is a demo, on the embedded database',
    (address) => {
      expect(() => parseSettings({ APP_URL: address })).toThrow(unsaid);
      expect(parseSettings({ APP_URL: address, DEMO: 'true' }).demo).toBe(true);
      expect(parseSettings({ APP_URL: address, DEMO: 'false' }).demo).toBe(false);
      expect(parseSettings({ ...outside, APP_URL: address }).demo).toBe(false);
    },
  );

  it.each([
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:8080',
    'https://a.localhost',
  ])('takes %s for this machine, where a demo need not be said', (address) =>
    expect(parseSettings({ APP_URL: address }).demo).toBe(true),
  );

  it.each([
    ['', '0.0.0.0'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1, ::1', '127.0.0.1'],
    ['::1', '::1'],
    ['127.0.0.1, 10.0.0.9', '0.0.0.0'],
    ['10.0.0.0/8', '0.0.0.0'],
  ])('trusting "%s" listens on %s, unless HOST says otherwise', (trusted, host) => {
    expect(parseSettings({ TRUST_PROXY: trusted }).host).toBe(host);
    expect(parseSettings({ TRUST_PROXY: trusted, HOST: '10.0.0.7' }).host).toBe('10.0.0.7');
  });

  it('tells a database of the operator’s from the one that comes with it, in both processes', () => {
    expect(parseSettings(outside).embedded).toBe(false);
    const embedded = { databaseUrl: outside.DATABASE_URL, authSecret: 'x'.repeat(32) };
    const environment = completeSettings(parseSettings({}), embedded);
    expect(environment.embedded).toBe(true);
    expect(parseSettings(toVariables(environment)).embedded).toBe(true);
  });

  it('scans files on the usual port of ClamAV', () => {
    expect(parseSettings({ CLAMAV_HOST: 'scan' }).clamav).toEqual({ host: 'scan', port: 3310 });
  });

  it('comes out of its own variables as it went in', () => {
    const given = {
      ...outside,
      DATABASE_CONNECTIONS: '4',
      CLAMAV_HOST: 'scan',
      DEMO: 'true',
      TRUST_PROXY: '127.0.0.1, 10.1.0.0/16',
      HOST: '::',
      STOP_SECONDS: '30',
      SMTP_HOST: 'mail.example',
      SMTP_FROM: 'Board tracker <board@example.org>',
      SMTP_USER: 'board',
      SMTP_PASSWORD: 'secret',
      ENTRA_TENANT_ID: '8f14e45f-ceea-467f-a8b1-0123456789ab',
      ENTRA_CLIENT_ID: 'client',
      ENTRA_CLIENT_SECRET: 'secret',
      OIDC_ISSUER: 'https://login.example.org/realm',
      OIDC_CLIENT_ID: 'client',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_NAME: 'Exampleshire login',
      OIDC_PROMPT: 'select_account',
      OIDC_SECOND_STEP: 'true',
    };
    const environment = completeSettings(parseSettings(given));
    expect(parseSettings(toVariables(environment))).toEqual(environment);
  });

  const port = 'should be a whole number from 1 to 65535.';
  it.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, `PORT ${port}`],
    [{ PORT: '0' }, `PORT ${port}`],
    [{ PORT: '70000' }, `PORT ${port}`],
    [{ PORT: '80.5' }, `PORT ${port}`],
    [{ CLAMAV_PORT: 'x' }, `CLAMAV_PORT ${port}`],
    ...['1', 'yes', '10.0.0.1,', '10.0.0.0/40'].map((peers): [Record<string, string>, string] => [
      { TRUST_PROXY: peers },
      'TRUST_PROXY should name the proxies that stand before the app, by their addresses or networks: 127.0.0.1, or 10.0.0.5, 10.1.0.0/16. It is no longer how many there are.',
    ]),
    [{ HOST: 'board.example' }, 'HOST should be an address of this machine: 127.0.0.1'],
    [{ STOP_SECONDS: 'ever' }, 'STOP_SECONDS should be a whole number from 0 to 9999.'],
    [{ SMTP_HOST: 'mail.example' }, 'SMTP_HOST is set, so SMTP_FROM should be set too.'],
    // The other half alone is one too.
    [{ SMTP_FROM: 'board@example.org' }, 'SMTP_FROM is set, so SMTP_HOST should be set too.'],
    [{ SMTP_PASSWORD: 'x' }, 'SMTP_PASSWORD is set, so SMTP_USER should be set too.'],
    [{ SMTP_PORT: '25' }, 'SMTP_PORT is set, so SMTP_HOST should be set too.'],
    [{ ENTRA_CLIENT_ID: 'x' }, 'ENTRA_CLIENT_ID is set, so ENTRA_TENANT_ID should be set too.'],
    [{ OIDC_CLIENT_SECRET: 'x' }, 'OIDC_CLIENT_SECRET is set, so OIDC_ISSUER should be set too.'],
    [{ OIDC_NAME: 'x' }, 'OIDC_NAME is set, so OIDC_ISSUER should be set too.'],
    [{ CLAMAV_PORT: '3310' }, 'CLAMAV_PORT is set, so CLAMAV_HOST should be set too.'],
    [
      { OIDC_ISSUER: 'https://login.example.org' },
      'OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET should be set too.',
    ],
    [
      { ENTRA_TENANT_ID: 'common' },
      'ENTRA_TENANT_ID should be the tenant’s id, such as 8f14e45f-ceea-467f-a8b1-0123456789ab: a name, common or organizations would let other tenants in.',
    ],
    [{ DATABASE_CONNECTIONS: '0' }, 'DATABASE_CONNECTIONS should be a number from 1 to 99.'],
    [{ SMTP_TLS: 'maybe' }, 'SMTP_TLS should be starttls, implicit or none.'],
    [
      { SMTP_FROM: 'a@b.example\nBcc: c@d.example' },
      'SMTP_FROM should be an address such as Board tracker <board@example.org>.',
    ],
    [{ OIDC_ISSUER: 'http://login.example.org' }, 'http only on localhost.'],
    [{ ENTRA_AUTHORITY: 'http://login.example.org' }, 'http only on localhost.'],
    [{ OIDC_PROMPT: 'none' }, 'OIDC_PROMPT should be login, select_account or consent.'],
    [{ DEMO: 'maybe' }, 'DEMO should be true or false.'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET should be at least 32 random characters.'],
    [{ DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD should be at least 8 characters.'],
    [
      { DATABASE_URL: 'mysql://a/b' },
      'DATABASE_URL should be an address such as postgresql://user:password@host:5432/database.',
    ],
    ...['board.example', 'ftp://b.example', 'https://b.example/board', 'https://a@b.example'].map(
      (address): [Record<string, string>, string] => [
        { APP_URL: address },
        'APP_URL should be an address such as https://board.example.org, without a path.',
      ],
    ),
  ])('refuses %j in a sentence', (variables, sentence) => {
    expect(() => parseSettings(variables)).toThrow(sentence);
  });

  it("wants a secret with a database of one's own", () => {
    const { AUTH_SECRET, ...rest } = outside;
    expect(AUTH_SECRET).toHaveLength(32);
    expect(() => completeSettings(parseSettings(rest))).toThrow(
      'AUTH_SECRET should be set to at least 32 random characters when DATABASE_URL is set.',
    );
  });
});
