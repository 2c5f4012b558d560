import { z } from 'zod';
import { OperatorError } from '@/lib/domain/operator-error';

/** What the operator asked for. Blank counts as not set. */
export interface Settings {
  port: number;
  /** Where the embedded database and the generated secrets lie, as it was given. */
  dataDir: string;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
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
  /** The newest migration of this code; `start` fills it in, readiness compares with it. */
  schemaVersion: string | undefined;
}

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

const schema = z.object({
  PORT: port('PORT'),
  DATA_DIR: text,
  DATABASE_URL: text.refine(
    (value) => value === undefined || isAddress(value, 'postgres:', 'postgresql:'),
    'DATABASE_URL should be an address such as postgresql://user:password@host:5432/database.',
  ),
  APP_URL: text.refine(
    (value) =>
      value === undefined ||
      (isAddress(value, 'http:', 'https:') && /^https?:\/\/[^/?#@]+\/?$/i.test(value)),
    'APP_URL should be the address people type, such as https://board.example.org, without a path.',
  ),
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
  SCHEMA_VERSION: text,
});

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
  const listenOn = given.PORT ?? 3000;
  return {
    port: listenOn,
    dataDir: given.DATA_DIR ?? '.data',
    databaseUrl: given.DATABASE_URL,
    appUrl: given.APP_URL ? new URL(given.APP_URL).origin : `http://localhost:${listenOn}`,
    authSecret: given.AUTH_SECRET,
    demo: given.DEMO ?? given.DATABASE_URL === undefined,
    demoPassword: given.DEMO_PASSWORD,
    clamav: given.CLAMAV_HOST
      ? { host: given.CLAMAV_HOST, port: given.CLAMAV_PORT ?? 3310 }
      : undefined,
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

/** An environment as variables again, for the process that serves the app. */
export function toVariables(environment: Environment): Record<string, string | undefined> {
  const { port, appUrl, authSecret, clamav } = environment;
  return {
    PORT: String(port),
    DATA_DIR: environment.dataDir,
    DATABASE_URL: environment.databaseUrl,
    APP_URL: appUrl,
    AUTH_SECRET: authSecret,
    // The names next-auth reads.
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: authSecret,
    DEMO: String(environment.demo),
    DEMO_PASSWORD: environment.demoPassword,
    CLAMAV_HOST: clamav?.host,
    CLAMAV_PORT: clamav && String(clamav.port),
    SCHEMA_VERSION: environment.schemaVersion,
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
