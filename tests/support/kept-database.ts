import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { migrate } from '@/prisma/migrate';
import { MIGRATIONS } from '@/prisma/migrations-folder';

/** Where databases of earlier days are kept, each named after its last migration. */
export const KEPT = 'tests/fixtures/databases';
export const KEPT_END = '.sql.br';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** A database as it is kept: an SQL script that psql reads too, its rows as COPY writes them. */
export interface KeptDatabase {
  /** What time it is on the board. */
  now: Date;
  /** By name and checksum, in order. */
  migrations: Array<{ name: string; checksum: string }>;
  /** Each after those that it refers to; a row a line, its values between tabs. */
  tables: Array<{ name: string; columns: string[]; rows: string[] }>;
}

async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  // Times are read and written in one zone, whoever runs this.
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

interface Table {
  name: string;
  columns: string[];
  /** Of the primary key. */
  key: string[];
  /** Tables that its rows refer to. */
  refers: string[];
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname::text AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey, a.attnum))
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k
        JOIN pg_class f ON f.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS refers
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname <> '_prisma_migrations'
    ORDER BY 1`);
  return rows;
}

/** Each after those that it refers to. */
function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const done = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, refers }) => !done.has(name) && refers.every((r) => done.has(r)),
    );
    if (!next) throw new Error('Tables refer to each other in a circle: say which comes first.');
    ordered.push(next);
    done.add(next.name);
  }
  return ordered;
}

const list = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  key: readonly string[],
): Promise<string> {
  const rows = `SELECT ${list(columns)} FROM "${table}" ORDER BY ${list(key)}`;
  return text(client.query(to(`COPY (${rows}) TO STDOUT`)));
}

/**
 * A whole database as it is kept.
 * @param now what time it is on the board
 * @throws Error when a table has no row: nothing could be lost of it
 */
export function writeKept(url: string, now: Date): Promise<Buffer> {
  return connected(url, async (client) => {
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY migration_name`,
    );
    const lines = [
      `-- now ${now.toISOString()}`,
      ...migrations.map(({ name, checksum }) => `-- migration ${name} ${checksum}`),
    ];
    const empty: string[] = [];
    for (const { name, columns, key } of inOrder(await tablesOf(client))) {
      const rows = await copyRows(client, name, columns, key);
      if (rows === '') empty.push(name);
      lines.push(`COPY "${name}" (${list(columns)}) FROM STDIN;`, `${rows}\\.`);
    }
    if (empty.length > 0) throw new Error(`Nothing is in ${empty.join(', ')}.`);
    return compress(`${lines.join('\n')}\n`, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        // The same file lies in several papers, far apart.
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      },
    });
  });
}

/** The names of those that are kept, the oldest first. */
export async function listKept(): Promise<string[]> {
  const files = await readdir(KEPT);
  return files.filter((file) => file.endsWith(KEPT_END)).sort();
}

/** Reads one that is kept. @param file its name */
export async function readKept(file: string): Promise<KeptDatabase> {
  const script = (await decompress(await readFile(path.join(KEPT, file)))).toString('utf8');
  return {
    now: new Date(script.match(/^-- now (.+)$/m)?.[1] ?? ''),
    migrations: [...script.matchAll(/^-- migration (\S+) (\S+)$/gm)].map(
      ([, name = '', checksum = '']) => ({ name, checksum }),
    ),
    tables: [...script.matchAll(/^COPY "(\w+)" \(([^\n]+)\) FROM STDIN;\n(.*?)^\\\.$/gms)].map(
      ([, name = '', columns = '', rows = '']) => ({
        name,
        columns: columns.replaceAll('"', '').split(', '),
        rows: rows.split('\n').slice(0, -1),
      }),
    ),
  };
}

/** Makes of an empty database the one that is kept: its migrations and no later one, and its rows. */
export async function restoreKept(url: string, kept: KeptDatabase): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-migrations-'));
  try {
    for (const { name } of kept.migrations) {
      await cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
    }
    await migrate(url, folder);
    await loadRows(url, kept);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Puts its rows into a database that has its migrations and nothing else. Every trigger and every
 * constraint is asked, as when people wrote them; in one transaction, since the files of an issued
 * paper come with it or never.
 */
function loadRows(url: string, { tables }: KeptDatabase): Promise<void> {
  return connected(url, async (client) => {
    await client.query('BEGIN');
    for (const { name, columns, rows } of tables) {
      const copy = from(`COPY "${name}" (${list(columns)}) FROM STDIN`);
      await pipeline(Readable.from(rows.map((row) => `${row}\n`)), client.query(copy));
    }
    // Numbers that count up go on from where they were.
    const { rows: counters } = await client.query<{ table: string; column: string }>(`
      SELECT c.relname AS table, a.attname AS column
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
        AND pg_get_serial_sequence(format('%I', c.relname), a.attname) IS NOT NULL`);
    for (const { table, column } of counters) {
      await client.query(`
        SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'), max("${column}"))
        FROM "${table}"`);
    }
    await client.query('COMMIT');
  });
}

/**
 * What a database has lost of what it was once: tables, columns, rows, and values that are others
 * now. What was added is no loss.
 */
export function findLosses(url: string, { tables }: KeptDatabase): Promise<string[]> {
  return connected(url, async (client) => {
    const today = new Map((await tablesOf(client)).map((table) => [table.name, table]));
    const losses: string[] = [];
    for (const { name, columns, rows } of tables) {
      const now = today.get(name);
      const left = columns.filter((column) => now?.columns.includes(column));
      losses.push(...columns.filter((one) => !left.includes(one)).map((one) => `${name}.${one}`));
      if (!now || left.length === 0) continue;
      const key = now.key.filter((column) => columns.includes(column));
      const held = await copyRows(client, name, left, key);
      losses.push(...compare({ name, columns, rows }, left, key, held.split('\n').slice(0, -1)));
    }
    return [...new Set(losses)];
  });
}

/** What rows have lost. @param left their columns that are there @param key which of them tell rows apart */
function compare(
  { name, columns, rows }: KeptDatabase['tables'][number],
  left: readonly string[],
  key: readonly string[],
  held: readonly string[],
): string[] {
  const places = (of: readonly string[]) => key.map((column) => of.indexOf(column));
  const keyOf = (values: readonly string[], of: readonly number[]) =>
    of.map((place) => values[place]).join('\t');
  const [then, now] = [places(columns), places(left)];
  const byKey = new Map(
    held.map((row) => row.split('\t')).map((values) => [keyOf(values, now), values]),
  );
  return rows.flatMap((row) => {
    const values = row.split('\t');
    const there = byKey.get(keyOf(values, then));
    if (!there) return [`a row of ${name}`];
    return left
      .filter((column, index) => there[index] !== values[columns.indexOf(column)])
      .map((column) => `a value of ${name}.${column}`);
  });
}
