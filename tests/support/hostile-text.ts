import pg from 'pg';

/** A word that nothing else holds: where it stands, typed text stands. */
export const CANARY = 'zqxvex';
const RUN = `window.${CANARY}=1`;

/** What one person might type to make the next one's page, file or spreadsheet do something. */
export const HOSTILE_TEXT = [
  `=cmd|' /C calc'!A0 ${CANARY}`,
  `"><img src=x onerror="${RUN}">'><svg onload=${RUN}>`,
  `</script></title></textarea></style><script>${RUN}</script><!--`,
  `{{7*7}} \${7*7} [words](javascript:${RUN})`,
  // What no form lets in any more, and old rows may hold.
  '\u202Egpj.exe\u202C \u0007\u000b\u0085\u2028\u2029\ufffe\uffff',
].join(' ');
/** For columns whose text becomes the target of a link. */
const HOSTILE_ADDRESS = `javascript:${RUN}//${CANARY}`;

/** How PostgreSQL calls a row that a check of the table refuses. */
const CHECK_VIOLATION = '23514';

const LINKS = new Set(['Statement.url', 'Evidence.url']);

/**
 * Text that no form writes: marks of ours, hashes, addresses of the app, numbers as text. A new
 * column is taken to be typed until it stands here.
 */
const NOT_TYPED: Readonly<Record<string, readonly string[]>> = {
  Person: ['email', 'passwordHash'],
  Organisation: ['code'],
  Session: ['method'],
  AccessLink: ['tokenHash'],
  RecoveryCode: ['codeHash'],
  PendingSignIn: ['tokenHash'],
  Identity: ['issuer', 'subject'],
  KeptForm: ['path'],
  HourlyCount: ['kind'],
  RateLimit: ['key'],
  SecurityEvent: ['kind', 'address'],
  Source: ['prefix'],
  Item: ['reference'],
  Grouping: ['code'],
  Evidence: ['mediaType', 'sha256'],
  Meeting: ['slug', 'startsAt'],
  MeetingVersion: ['startsAt'],
  // Of the app's own words: 'Edited 2.3'.
  PaperVersion: ['what'],
  IssuedFile: ['name', 'mediaType', 'sha256'],
  IssuedFileChunk: ['name'],
  Acknowledgement: ['rule'],
  AuditEvent: ['kind'],
  ImportUpload: ['sha256'],
  Import: ['sha256'],
  Redaction: ['subject', 'columns'],
};
/** JSON that holds nothing but marks of ours. */
const OWN_JSON = new Set(['ImportColumnMemory.use', 'Redaction.key', 'RedactionOutcome.hashes']);

interface Column {
  table: string;
  column: string;
  type: 'text' | 'ARRAY' | 'jsonb';
}

/** Every column that can hold text. */
async function textColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.table_name AS table, c.column_name AS column,
      CASE WHEN c.data_type = 'character varying' THEN 'text' ELSE c.data_type END AS type
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND c.table_name NOT LIKE '\\_%'
      AND (c.data_type IN ('text', 'character varying', 'jsonb') OR c.udt_name = '_text')
    ORDER BY 1, 2`);
  return rows;
}

/** The same JSON with hostile text in every place that holds words. */
function withHostileWords(value: unknown): unknown {
  if (typeof value === 'string') return /\s/.test(value) ? `${HOSTILE_TEXT} ${value}` : value;
  if (Array.isArray(value)) return value.map(withHostileWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withHostileWords(one)]),
  );
}

async function spoilJson(client: pg.Client, { table, column }: Column): Promise<void> {
  const { rows } = await client.query(
    `SELECT ctid::text AS place, "${column}" AS held FROM "${table}" WHERE "${column}" IS NOT NULL`,
  );
  for (const { place, held } of rows) {
    await client.query(`UPDATE "${table}" SET "${column}" = $2 WHERE ctid = $1::tid`, [
      place,
      JSON.stringify(withHostileWords(held)),
    ]);
  }
}

async function spoilText(client: pg.Client, { table, column, type }: Column): Promise<void> {
  const name = `"${table}"`;
  const text = LINKS.has(`${table}.${column}`) ? HOSTILE_ADDRESS : HOSTILE_TEXT;
  const made =
    type === 'ARRAY'
      ? 'ARRAY[$1]'
      : LINKS.has(`${table}.${column}`)
        ? '$1'
        : `$1 || ' ' || "${column}"`;
  const { rowCount } = await client.query(
    `UPDATE ${name} SET "${column}" = ${made} WHERE "${column}" IS NOT NULL`,
    [text],
  );
  if (rowCount) return;
  // Nobody has filled it in: some rows may hold it, others may not.
  const empty = type === 'ARRAY' ? 'ARRAY[$1]' : '$1';
  const { rows } = await client.query(`SELECT ctid::text AS place FROM ${name} LIMIT 50`);
  for (const { place } of rows) {
    await client
      .query(`UPDATE ${name} SET "${column}" = ${empty} WHERE ctid = $2::tid`, [text, place])
      .catch((error) => {
        if (error.code !== CHECK_VIOLATION) throw error;
      });
  }
}

/**
 * Puts hostile text into everything in a database that anybody can type, past the app and past the
 * triggers that keep its record. @returns 'Table.column' for each that holds some now
 */
export async function spoil(database: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const columns = (await textColumns(client)).filter(
      ({ table, column }) =>
        !NOT_TYPED[table]?.includes(column) && !OWN_JSON.has(`${table}.${column}`),
    );
    const held: string[] = [];
    for (const one of columns) {
      await client.query(`ALTER TABLE "${one.table}" DISABLE TRIGGER USER`);
      await (one.type === 'jsonb' ? spoilJson : spoilText)(client, one);
      const { rows } = await client.query(
        `SELECT 1 FROM "${one.table}" t WHERE to_jsonb(t) ->> $1 LIKE $2 LIMIT 1`,
        [one.column, `%${CANARY}%`],
      );
      if (rows.length > 0) held.push(`${one.table}.${one.column}`);
    }
    return held;
  } finally {
    await client.end();
  }
}
