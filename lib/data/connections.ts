import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { TroubleError } from '@/lib/domain/trouble';
import { type Asked, troubleFrom } from './trouble';

/** How long a pool waits for what, in milliseconds; null is as long as it takes. */
export interface Deadlines {
  /** For a connection: a new one, or one's turn at those there are. */
  connection: number;
  /** For a statement, before the server gives it up by itself. */
  statement: number | null;
  /** For an answer, before the connection counts as dead. Longer, so that the server speaks first. */
  answer: number | null;
  /** For a next request, before all but one of those that rest are given back to others. */
  rest: number;
  /** For a next statement in a transaction, before the server takes it back and frees its locks. */
  pause: number;
}

/** Of the app: people wait for it, at most so long for one question. */
export const DEADLINES: Deadlines = {
  connection: 10_000,
  statement: 20_000,
  answer: 25_000,
  rest: 3000,
  pause: 90_000,
};

/** Of what fills a database: nobody waits for anything else meanwhile. */
export const UNHURRIED: Deadlines = {
  connection: 30_000,
  statement: null,
  answer: null,
  rest: 3000,
  pause: 900_000,
};

/** The clock is asked for often, and is quick to answer: milliseconds. */
const CLOCK_ANSWERS = 5000;
const CLOCK = z.object({ rows: z.tuple([z.object({ now: z.date() })]) });

const NO_CONNECTION_TO_SPARE = '53300';
/** Until a pool that was refused a connection asks for more than it has again. */
const MODEST_FOR = 30_000;
const ASK_AGAIN = 250;

type Query = { text: string } & Record<string, unknown>;

/** A connection that is cut when it gives no answer: whoever came next would wait for it too. */
class WatchedClient extends pg.Client {
  /** Told when this one gave no answer. */
  onSilence?: () => void;

  cut(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  }

  // pg declares six ways to call this; the pool and Prisma use two of them.
  override query(...given: unknown[]): never {
    const asked = askedBy(given[0], this.getTransactionStatus());
    const ask = super.query as (...args: unknown[]) => Promise<unknown> | undefined;
    const last = given.at(-1);
    if (typeof last === 'function') {
      const told = (error: unknown, result: unknown) =>
        last(error ? this.#failed(error, asked) : error, result);
      return ask.call(this, ...given.slice(0, -1), told) as never;
    }
    return ask.call(this, ...given)?.catch((error) => {
      throw this.#failed(error, asked);
    }) as never;
  }

  #failed(error: unknown, asked: Asked): unknown {
    if (error instanceof Error && error.message === 'Query read timeout') {
      this.cut();
      this.onSilence?.();
    }
    return troubleFrom(error, asked);
  }
}

function askedBy(query: unknown, status: string | null): Asked {
  const sql = typeof query === 'string' ? query : String((query as Query | null)?.text ?? '');
  return { sql, inTransaction: status !== null && status !== 'I' };
}

/**
 * The connections of one process. Where the server, or the role, has none to spare, a request
 * waits for one of those there are; where one gives no answer, all that rest are dropped, since
 * what swallowed it swallowed them too. What is the matter is a TroubleError.
 */
export class PatientPool extends pg.Pool {
  readonly #most: number;
  readonly #patience: number;
  #spare: Promise<void> | undefined;
  #modest: NodeJS.Timeout | undefined;

  constructor(url: string, connections: number, deadlines: Deadlines) {
    const { connection, statement, answer, rest, pause } = deadlines;
    super({
      connectionString: url,
      max: connections,
      min: 1,
      idleTimeoutMillis: rest,
      connectionTimeoutMillis: connection,
      ...(answer !== null && { query_timeout: answer }),
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      // The adapter sends and reads instants without their offset, so a session in any other zone
      // would keep them wrongly.
      options: [
        '-c TimeZone=UTC',
        `-c statement_timeout=${statement ?? 0}`,
        `-c idle_in_transaction_session_timeout=${pause}`,
      ].join(' '),
      Client: WatchedClient,
    } as pg.PoolConfig);
    this.#most = connections;
    this.#patience = connection;
    this.on('connect', (client) => {
      if (client instanceof WatchedClient) client.onSilence = () => this.#dropResting();
    });
    // One that breaks while it rests is taken out by the pool; nobody was waiting for it.
    this.on('error', () => {});
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(
    told: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void;
  override connect(told?: (...given: never[]) => void): Promise<pg.PoolClient> | undefined {
    const turn = this.#waitForTurn();
    if (!told) return turn;
    const tell = told as (...given: unknown[]) => void;
    turn.then(
      (client) => tell(undefined, client, client.release),
      (error) => tell(error, undefined, () => {}),
    );
  }

  override query(...given: unknown[]): never {
    const ask = super.query as (...args: unknown[]) => Promise<unknown>;
    return ask.call(this, ...given).catch((error) => {
      throw troubleFrom(error, askedBy(given[0], null));
    }) as never;
  }

  /**
   * What time it is by the database. Whoever asks again and again also finds out in seconds that
   * connections are gone, before anybody else waits for them.
   */
  async readClock(): Promise<Date> {
    const text = 'SELECT clock_timestamp() AS now';
    const answer: unknown = await this.query({ text, query_timeout: CLOCK_ANSWERS });
    return CLOCK.parse(answer).rows[0].now;
  }

  async #waitForTurn(): Promise<pg.PoolClient> {
    const givenUpAt = performance.now() + this.#patience;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (code !== NO_CONNECTION_TO_SPARE || performance.now() > givenUpAt) {
          throw troubleFrom(error, { sql: '', inTransaction: false });
        }
        // Those there are will be free; where there are none, others have them all.
        if (this.totalCount > 0) {
          this.#makeDo();
        } else {
          this.#spare ??= this.#untilSpare(givenUpAt);
          await this.#spare;
        }
      }
    }
  }

  /** One asks for all who wait, until the server has a connection to spare. */
  async #untilSpare(givenUpAt: number): Promise<void> {
    try {
      while (this.totalCount === 0 && performance.now() < givenUpAt) {
        await sleep(ASK_AGAIN);
        const client = await super.connect().catch(() => null);
        client?.release();
      }
    } finally {
      this.#spare = undefined;
    }
  }

  /** Gets by with the connections there are, for a while. */
  #makeDo(): void {
    this.options.max = Math.min(this.options.max, this.totalCount);
    this.#modest ??= setTimeout(() => {
      this.#modest = undefined;
      this.options.max = this.#most;
    }, MODEST_FOR).unref();
  }

  #dropResting(): void {
    for (let left = this.idleCount; left > 0; left--) {
      super.connect().then(
        (client) => {
          client.release(true);
          if (client instanceof WatchedClient) client.cut();
        },
        () => {},
      );
    }
  }
}

/** @throws TroubleError as the pool would, where a transaction could not begin or end in time */
export function outOfTime(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  // Of Prisma's own: it waited for the beginning, or what was done took longer than it may.
  if (code !== 'P2028') return error;
  return new TroubleError('record_busy', message ?? 'Out of time', { cause: error });
}
