import pg from 'pg';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';

const OLDEST = 150_000;

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'there is no answer',
  '28P01': 'the user or password is wrong',
  '28000': 'this user may not sign in',
  '3D000': 'there is no database of that name',
  '57P03': 'the server is starting up or shutting down',
  '53300': 'the server has no connection to spare',
};

/**
 * Makes sure that a database is there and new enough.
 * @throws OperatorError when it does not answer, or is older than PostgreSQL 15
 */
export async function checkServer(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; text: string }>(
      `SELECT current_setting('server_version_num')::int AS number,
              current_setting('server_version') AS text`,
    );
    const version = rows[0];
    if (version && version.number < OLDEST) {
      throw new OperatorError(
        `DATABASE_URL is PostgreSQL ${version.text}; this app needs PostgreSQL 15 or newer.`,
      );
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    // Host and port only: the rest of the address holds the password.
    const { host } = new URL(databaseUrl);
    const code = errorCode(error) ?? '';
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : code);
    throw new OperatorError(`The database of DATABASE_URL at ${host} does not answer: ${reason}.`);
  } finally {
    await client.end().catch(() => {});
  }
}
