import { type Trouble, TroubleError } from '@/lib/domain/trouble';

/** What PostgreSQL says, by its code. */
const CODES: Record<string, Trouble> = {
  // No room on the disk, none in memory, a limit of the server's, a disk that fails.
  '53100': 'record_full',
  '53200': 'record_full',
  '53400': 'record_full',
  '58030': 'record_full',
  // A copy that may be read alone, as after a failover.
  '25006': 'record_full',
  // No connection to spare, a statement or a lock that took too long.
  '53300': 'record_busy',
  '57014': 'record_busy',
  '55P03': 'record_busy',
};

/** The server goes, comes, or does not let us in. The first four may come in the place of an answer. */
const AWAY = /^(08\w{3}|57P0[1245]|25P03|57P03|28000|28P01|3D000)$/;
const NEVER_BEGAN = /^(57P03|28000|28P01|3D000|ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/;
const SOCKET = /^(E(CONN\w+|TIMEDOUT|PIPE|NOTFOUND|HOSTUNREACH|NETUNREACH|NETDOWN)|EAI_AGAIN)$/;

/** What pg and its pool say in words alone. */
const WORDS: Record<string, Trouble> = {
  'Query read timeout': 'record_away',
  'Connection terminated': 'record_away',
  'Connection terminated unexpectedly': 'record_away',
  'Connection terminated due to connection timeout': 'record_away',
  'timeout expired': 'record_away',
  'The server does not support SSL connections': 'record_away',
  'timeout exceeded when trying to connect': 'record_busy',
};
/** It never left this process. */
const NOT_SENT = /^Client (has encountered a connection error|was closed) and is not queryable$/;

/** What was asked, as far as it says whether anything can have been saved. */
export interface Asked {
  /** '' for a connection alone. */
  sql: string;
  inTransaction: boolean;
}

/** Whether the database may have kept what it was asked, where its answer did not come. */
function mayBeSaved({ sql, inTransaction }: Asked): boolean {
  if (inTransaction) return /^COMMIT\b/i.test(sql);
  // A statement by itself is a transaction of its own.
  return /\b(INSERT|UPDATE|DELETE)\b/i.test(sql);
}

/**
 * Tells what is the matter with the database from what is wrong with what it was asked.
 * @returns the error itself where it is no trouble of the database's
 */
export function troubleFrom(error: unknown, asked: Asked): unknown {
  if (!(error instanceof Error) || error instanceof TroubleError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const trouble = (kind: Trouble) =>
    new TroubleError(kind, `${error.message || 'No connection'}${code && ` (${code})`}`, {
      cause: error,
    });
  const known = CODES[code];
  if (known) return trouble(known);
  if (NOT_SENT.test(error.message)) return trouble('record_away');
  const said = WORDS[error.message];
  if (said === 'record_busy') return trouble(said);
  if (!said && !AWAY.test(code) && !SOCKET.test(code)) return error;
  return trouble(!NEVER_BEGAN.test(code) && mayBeSaved(asked) ? 'record_lost' : 'record_away');
}
