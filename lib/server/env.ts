import { isIP } from 'node:net';
import { z } from 'zod';
import { areLoopback, isPeer } from '@/lib/domain/caller-address';
import { OperatorError } from '@/lib/domain/operator-error';
import type { SignInRules } from '@/lib/domain/second-step-rule';

/** What the operator asked for. Blank counts as not set. */
export interface Settings {
  port: number;
  /** Where the embedded database and the generated secrets lie, as it was given. */
  dataDir: string;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
  /** How many connections to the database this process may hold. */
  databaseConnections: number;
  /** The address people type, without a slash at its end. */
  appUrl: string;
  /** Undefined: made and kept in the data folder. */
  authSecret: string | undefined;
  /** Whether the demo board belongs here. */
  demo: boolean;
  /** Undefined: made and kept in the data folder. */
  demoPassword: string | undefined;
  /** Where evidence files are scanned; undefined when they are not. */
  clamav: { host: string; port: number } | undefined;
  /** How mail goes out; undefined when it does not: links are then shown to whoever makes them. */
  smtp: MailServer | undefined;
  /** Single sign-on with Microsoft Entra ID, of one tenant. */
  entra:
    | {
        tenantId: string;
        clientId: string;
        clientSecret: string;
        authority: string;
        /** Nobody gets in there without a second step, as the operator says. */
        secondStep: boolean;
      }
    | undefined;
  /** Single sign-on with any provider of OpenID Connect. */
  oidc:
    | {
        issuer: string;
        clientId: string;
        clientSecret: string;
        name: string;
        prompt: (typeof PROMPTS)[number];
        /** The same. */
        secondStep: boolean;
      }
    | undefined;
  /** Whose X-Forwarded-For is believed: addresses, and networks as 10.0.0.0/8. */
  trustProxy: readonly string[];
  /** The address it listens on. */
  host: string;
  /** How long a stop waits for what began, in seconds. */
  stopSeconds: number;
  /** Whether the database came with the app; `start` tells the app so. */
  embedded: boolean;
  /** The newest migration of this code; `start` fills it in, readiness compares with it. */
  schemaVersion: string | undefined;
}

export interface MailServer {
  host: string;
  port: number;
  /** TLS from the start, by STARTTLS (which the server must then offer), or none at all. */
  tls: (typeof TLS)[number];
  user: string | undefined;
  password: string | undefined;
  /** "Board tracker <board@example.org>" */
  from: string;
}
const TLS = ['starttls', 'implicit', 'none'] as const;

/** What OpenID Connect lets an app ask a provider to ask. */
const PROMPTS = ['login', 'select_account', 'consent'] as const;

/** What the running app is given: nothing left to be made up. */
export interface Environment extends Settings {
  databaseUrl: string;
  authSecret: string;
}

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

function port(name: string) {
  const message = `${name} should be a whole number from 1 to 65535.`;
  return text.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/, message)
      .transform(Number)
      .pipe(z.number().min(1, message).max(65_535, message))
      .optional(),
  );
}

function yesOrNo(name: string) {
  return text.pipe(
    z
      .enum(['true', 'false'], `${name} should be true or false.`)
      .transform((value) => value === 'true')
      .optional(),
  );
}

function isAddress(value: string, ...protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** What speaks http to an address of this very machine can be heard by nobody else. */
function isOnThisMachine(value: string): boolean {
  return (
    isAddress(value, 'http:') && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(value).hostname)
  );
}

/** Whether others than whoever sits at this machine are meant to get there. */
function isElsewhere(appUrl: string | undefined): boolean {
  return (
    appUrl !== undefined &&
    !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(appUrl).hostname)
  );
}

const DEMO_UNSAID =
  'APP_URL is not on this machine and DATABASE_URL is not set, so DEMO should be set: true for a demo board, whose accounts share a printed password, or false for a trial of your own on the embedded database.';

/** A file of 20 MB has as long to get here: see scripts/start/before-app.mjs. */
const STOP_SECONDS = 300;

/** Nobody but a proxy of this machine is meant to call, where nobody else is trusted. */
function listensOn(peers: readonly string[]): string {
  if (peers.length === 0 || !areLoopback(peers)) return '0.0.0.0';
  return peers.some((peer) => peer.startsWith('127.')) ? '127.0.0.1' : '::1';
}

const MICROSOFT = 'https://login.microsoftonline.com';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function webOrigin(name: string, example: string) {
  return text
    .refine(
      (value) =>
        value === undefined ||
        (isAddress(value, 'http:', 'https:') && /^https?:\/\/[^/?#@]+\/?$/i.test(value)),
      `${name} should be an address such as ${example}, without a path.`,
    )
    .transform((value) => value && new URL(value).origin);
}

const schema = z.object({
  PORT: port('PORT'),
  DATA_DIR: text,
  DATABASE_URL: text.refine(
    (value) => value === undefined || isAddress(value, 'postgres:', 'postgresql:'),
    'DATABASE_URL should be an address such as postgresql://user:password@host:5432/database.',
  ),
  DATABASE_CONNECTIONS: text.pipe(
    z
      .string()
      .regex(/^[1-9]\d?$/, 'DATABASE_CONNECTIONS should be a number from 1 to 99.')
      .transform(Number)
      .optional(),
  ),
  APP_URL: webOrigin('APP_URL', 'https://board.example.org'),
  AUTH_SECRET: text.refine(
    (value) => value === undefined || value.length >= 32,
    'AUTH_SECRET should be at least 32 random characters.',
  ),
  DEMO: yesOrNo('DEMO'),
  DEMO_PASSWORD: text.refine(
    (value) => value === undefined || value.length >= 8,
    'DEMO_PASSWORD should be at least 8 characters.',
  ),
  CLAMAV_HOST: text,
  CLAMAV_PORT: port('CLAMAV_PORT'),
  SMTP_HOST: text,
  SMTP_PORT: port('SMTP_PORT'),
  SMTP_TLS: text.pipe(z.enum(TLS, 'SMTP_TLS should be starttls, implicit or none.').optional()),
  SMTP_USER: text,
  SMTP_PASSWORD: text,
  SMTP_FROM: text.refine(
    (value) => value === undefined || /^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value),
    'SMTP_FROM should be an address such as Board tracker <board@example.org>.',
  ),
  ENTRA_TENANT_ID: text.refine(
    (value) => value === undefined || GUID.test(value),
    'ENTRA_TENANT_ID should be the tenant’s id, such as 8f14e45f-ceea-467f-a8b1-0123456789ab: a name, common or organizations would let other tenants in.',
  ),
  ENTRA_CLIENT_ID: text,
  ENTRA_CLIENT_SECRET: text,
  ENTRA_SECOND_STEP: yesOrNo('ENTRA_SECOND_STEP'),
  ENTRA_AUTHORITY: webOrigin('ENTRA_AUTHORITY', MICROSOFT).refine(
    (value) => value === undefined || isAddress(value, 'https:') || isOnThisMachine(value),
    `ENTRA_AUTHORITY should be an address such as ${MICROSOFT}; http only on localhost.`,
  ),
  OIDC_ISSUER: text.refine(
    (value) => value === undefined || isAddress(value, 'https:') || isOnThisMachine(value),
    'OIDC_ISSUER should be an address such as https://login.example.org/realm; http only on localhost.',
  ),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text,
  OIDC_SECOND_STEP: yesOrNo('OIDC_SECOND_STEP'),
  OIDC_PROMPT: text.pipe(
    z.enum(PROMPTS, 'OIDC_PROMPT should be login, select_account or consent.').optional(),
  ),
  TRUST_PROXY: text
    .transform((value) => value?.split(',').map((peer) => peer.trim()) ?? [])
    .refine((peers) => peers.every(isPeer), {
      message:
        'TRUST_PROXY should name the proxies that stand before the app, by their addresses or networks: 127.0.0.1, or 10.0.0.5, 10.1.0.0/16. It is no longer how many there are.',
    }),
  HOST: text.refine(
    (value) => value === undefined || isIP(value) > 0,
    'HOST should be an address of this machine: 127.0.0.1, 0.0.0.0 for all of IPv4, or :: for all.',
  ),
  STOP_SECONDS: text.pipe(
    z
      .string()
      .regex(/^\d{1,4}$/, 'STOP_SECONDS should be a whole number from 0 to 9999.')
      .transform(Number)
      .optional(),
  ),
  SCHEMA_VERSION: text,
  DATABASE_EMBEDDED: yesOrNo('DATABASE_EMBEDDED'),
});

/** What goes together: `with` has to be set beside `of`, and they and `also` mean nothing without it. */
const GROUPS = [
  { of: 'SMTP_HOST', with: ['SMTP_FROM'], also: ['SMTP_PORT', 'SMTP_TLS', 'SMTP_USER'] },
  { of: 'SMTP_USER', with: ['SMTP_PASSWORD'], also: [] },
  {
    of: 'ENTRA_TENANT_ID',
    with: ['ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET'],
    also: ['ENTRA_AUTHORITY', 'ENTRA_SECOND_STEP'],
  },
  {
    of: 'OIDC_ISSUER',
    with: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
    also: ['OIDC_NAME', 'OIDC_PROMPT', 'OIDC_SECOND_STEP'],
  },
  { of: 'CLAMAV_HOST', with: [], also: ['CLAMAV_PORT'] },
] as const;

/** What is of no use alone: half of a setting is a mistake, not a choice. */
function missing(given: z.output<typeof schema>): string[] {
  const isSet = (name: keyof typeof given) => given[name] !== undefined;
  return GROUPS.flatMap(({ of, with: needed, also }) => {
    const together: ReadonlyArray<keyof typeof given> = needed;
    if (isSet(of)) {
      const absent = together.filter((name) => !isSet(name));
      const should = absent.join(' and ');
      return absent.length > 0 ? [`${of} is set, so ${should} should be set too.`] : [];
    }
    const alone = [...together, ...also].find(isSet);
    return alone ? [`${alone} is set, so ${of} should be set too.`] : [];
  });
}

/**
 * Reads the settings out of environment variables.
 * @throws OperatorError with a sentence for each variable that is wrong; no value is repeated.
 */
export function parseSettings(variables: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    throw new OperatorError(parsed.error.issues.map((issue) => issue.message).join('\n'));
  }
  const given = parsed.data;
  const absent = missing(given);
  if (absent.length > 0) throw new OperatorError(absent.join('\n'));
  if (given.DEMO === undefined && given.DATABASE_URL === undefined && isElsewhere(given.APP_URL)) {
    throw new OperatorError(DEMO_UNSAID);
  }
  const listenOn = given.PORT ?? 3000;
  return {
    port: listenOn,
    dataDir: given.DATA_DIR ?? '.data',
    databaseUrl: given.DATABASE_URL,
    databaseConnections: given.DATABASE_CONNECTIONS ?? 10,
    appUrl: given.APP_URL ?? `http://localhost:${listenOn}`,
    authSecret: given.AUTH_SECRET,
    demo: given.DEMO ?? given.DATABASE_URL === undefined,
    demoPassword: given.DEMO_PASSWORD,
    clamav: given.CLAMAV_HOST
      ? { host: given.CLAMAV_HOST, port: given.CLAMAV_PORT ?? 3310 }
      : undefined,
    smtp: mailServer(given),
    entra: given.ENTRA_TENANT_ID
      ? {
          tenantId: given.ENTRA_TENANT_ID.toLowerCase(),
          clientId: given.ENTRA_CLIENT_ID ?? '',
          clientSecret: given.ENTRA_CLIENT_SECRET ?? '',
          authority: given.ENTRA_AUTHORITY ?? MICROSOFT,
          secondStep: given.ENTRA_SECOND_STEP ?? false,
        }
      : undefined,
    oidc: given.OIDC_ISSUER
      ? {
          issuer: given.OIDC_ISSUER,
          clientId: given.OIDC_CLIENT_ID ?? '',
          clientSecret: given.OIDC_CLIENT_SECRET ?? '',
          name: given.OIDC_NAME ?? 'single sign-on',
          prompt: given.OIDC_PROMPT ?? 'login',
          secondStep: given.OIDC_SECOND_STEP ?? false,
        }
      : undefined,
    trustProxy: given.TRUST_PROXY,
    host: given.HOST ?? listensOn(given.TRUST_PROXY),
    stopSeconds: given.STOP_SECONDS ?? STOP_SECONDS,
    embedded: given.DATABASE_EMBEDDED ?? given.DATABASE_URL === undefined,
    schemaVersion: given.SCHEMA_VERSION,
  };
}

/**
 * The settings with nothing left to be made up.
 * @param embedded what the embedded database brings, when that is the one in use
 * @throws OperatorError when an outside database is named and AUTH_SECRET is not
 */
export function completeSettings(
  settings: Settings,
  embedded?: { databaseUrl: string; authSecret: string },
): Environment {
  const databaseUrl = settings.databaseUrl ?? embedded?.databaseUrl;
  const authSecret = settings.authSecret ?? embedded?.authSecret;
  if (!databaseUrl) throw new OperatorError('DATABASE_URL is not set: use npm start.');
  if (!authSecret) {
    throw new OperatorError(
      'AUTH_SECRET should be set to at least 32 random characters when DATABASE_URL is set.',
    );
  }
  return { ...settings, databaseUrl, authSecret };
}

function mailServer(given: z.output<typeof schema>): MailServer | undefined {
  if (!given.SMTP_HOST) return undefined;
  const tls = given.SMTP_TLS ?? 'starttls';
  return {
    host: given.SMTP_HOST,
    port: given.SMTP_PORT ?? (tls === 'implicit' ? 465 : 587),
    tls,
    user: given.SMTP_USER,
    password: given.SMTP_PASSWORD,
    from: given.SMTP_FROM ?? '',
  };
}

function mailVariables(smtp: MailServer | undefined): Record<string, string | undefined> {
  return {
    SMTP_HOST: smtp?.host,
    SMTP_PORT: smtp && String(smtp.port),
    SMTP_TLS: smtp?.tls,
    SMTP_USER: smtp?.user,
    SMTP_PASSWORD: smtp?.password,
    SMTP_FROM: smtp?.from,
  };
}

/** An environment as variables again, for the process that serves the app. */
export function toVariables(environment: Environment): Record<string, string | undefined> {
  const { port, appUrl, authSecret, clamav } = environment;
  return {
    PORT: String(port),
    DATA_DIR: environment.dataDir,
    DATABASE_URL: environment.databaseUrl,
    DATABASE_CONNECTIONS: String(environment.databaseConnections),
    APP_URL: appUrl,
    AUTH_SECRET: authSecret,
    // The names next-auth reads.
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: authSecret,
    DEMO: String(environment.demo),
    DEMO_PASSWORD: environment.demoPassword,
    ...mailVariables(environment.smtp),
    ENTRA_TENANT_ID: environment.entra?.tenantId,
    ENTRA_CLIENT_ID: environment.entra?.clientId,
    ENTRA_CLIENT_SECRET: environment.entra?.clientSecret,
    ENTRA_AUTHORITY: environment.entra?.authority,
    ENTRA_SECOND_STEP: environment.entra && String(environment.entra.secondStep),
    OIDC_ISSUER: environment.oidc?.issuer,
    OIDC_CLIENT_ID: environment.oidc?.clientId,
    OIDC_CLIENT_SECRET: environment.oidc?.clientSecret,
    OIDC_NAME: environment.oidc?.name,
    OIDC_PROMPT: environment.oidc?.prompt,
    OIDC_SECOND_STEP: environment.oidc && String(environment.oidc.secondStep),
    TRUST_PROXY: environment.trustProxy.join(','),
    HOST: environment.host,
    STOP_SECONDS: String(environment.stopSeconds),
    DATABASE_EMBEDDED: String(environment.embedded),
    CLAMAV_HOST: clamav?.host,
    CLAMAV_PORT: clamav && String(clamav.port),
    SCHEMA_VERSION: environment.schemaVersion,
  };
}

/** Whether there is another way in than a password. */
export function hasSingleSignOn(): boolean {
  return env().entra !== undefined || env().oidc !== undefined;
}

/** What this installation asks of those who sign in. Demo accounts protect nothing real. */
export function signInRules(): SignInRules {
  const { embedded, demo, entra, oidc } = env();
  return {
    outsideDatabase: !embedded && !demo,
    providersWithSecondStep: [
      ...(entra?.secondStep ? ['entra' as const] : []),
      ...(oidc?.secondStep ? ['oidc' as const] : []),
    ],
  };
}

let parsedOnce: Environment | undefined;

/**
 * The environment of the running app. Read when first asked for, so that building needs none.
 * @throws OperatorError when a variable is wrong, or DATABASE_URL or AUTH_SECRET is missing.
 */
export function env(): Environment {
  parsedOnce ??= completeSettings(parseSettings(process.env));
  return parsedOnce;
}
