import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { erasePerson } from '@/lib/data/erasures';
import { tidyUp } from '@/lib/data/housekeeping';
import { getPersonFile } from '@/lib/data/person-file';
import { type Held, PERSON_FILE } from '@/lib/data/person-file-table';
import { agreeRedaction, requestRedaction } from '@/lib/data/redactions';
import { countDownload } from '@/lib/data/unusual';
import type { PersonActor } from '@/lib/domain/permissions';
import { COPIED_TO, REDACTABLE, type RedactableTable } from '@/lib/domain/redaction';
import { NO_CALLER } from '@/lib/domain/security-event';
import { migrate } from '@/prisma/migrate';
import { buildAccount } from '@/seed/builders/accounts';
import { opened, rate } from '@/seed/builders/register';
import { contextOf } from '../support/actors';
import { execute, onServer } from '../support/database-server';
import { listKept, readKept, restoreKept } from '../support/kept-database';
import { withdrawIssue } from '../support/papers';
import { wordColumns } from '../support/personal-columns';
import { readEverything } from '../support/reads';
import { ELSEWHERE, storesThat } from '../support/stores-of-words';
import { findWords } from '../support/whole-database';

/** In no text of any board. */
const STEM = 'zyxomma';
/** A word of its own for each store, so that each can be found by itself. */
const wordOf = (store: string) => `${STEM}-${store.replace('.', '-').toLowerCase()}-`;

const server = inject('databaseServer');
const made: string[] = [];
const open: Database[] = [];
const template = `board_words_${randomUUID().replaceAll('-', '')}`;
let now = new Date();

beforeAll(async () => {
  const [newest = ''] = (await listKept()).slice(-1);
  const kept = await readKept(newest);
  now = kept.now;
  await execute(server, `CREATE DATABASE ${template}`);
  made.push(template);
  await restoreKept(onServer(server, template), kept);
  await migrate(onServer(server, template));
  // A table that came since holds what a write of today leaves in it.
  const db = connectDatabase(onServer(server, template), 1);
  const actor = await personOf(db, 'officer@away.example');
  const officer = contextOf(db, actor, now);
  await rate(officer, 'R1', { rag: 'green', headline: 'On', words: 'On', recovery: undefined });
  await countDownload({ db, now, actor }, NO_CALLER);
  await db.$disconnect();
  // Which texts go together is not what this is about.
  await execute(
    onServer(server, template),
    `DO $$ DECLARE k record; BEGIN
      FOR k IN SELECT conrelid::regclass AS name, conname FROM pg_constraint
        WHERE contype = 'c' AND connamespace = 'public'::regnamespace
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.name, k.conname); END LOOP;
    END $$`,
  );
});
afterAll(async () => {
  for (const db of open) await db.$disconnect();
  for (const name of made) await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

interface Board {
  url: string;
  db: Database;
}

/** A board with something in every table, of a test's own. */
async function aBoard(): Promise<Board> {
  const name = `board_words_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  made.push(name);
  const url = onServer(server, name);
  const db = connectDatabase(url);
  open.push(db);
  return { url, db };
}

async function personOf(db: Database, email: string): Promise<PersonActor> {
  const { id, version, name, roles, organisationId } = await db.person.findUniqueOrThrow({
    where: { email },
  });
  return { kind: 'person', id, version, name, roles, organisationId };
}

const onEveryTable = (action: string) => `
  DO $$ DECLARE name regclass; BEGIN
    FOR name IN SELECT oid FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s ${action}', name); END LOOP;
  END $$`;

/** Statements by hand, past the triggers: it is about what becomes of what somehow got in. */
async function byHand<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(onEveryTable('DISABLE TRIGGER USER'));
    const result = await run(client);
    await client.query(onEveryTable('ENABLE TRIGGER USER'));
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}

const SETS: Record<string, (words: string) => string> = {
  bytea: (words) => `convert_to('${words}', 'UTF8')`,
  jsonb: (words) => `'"${words}"'`,
  'text[]': (words) => `ARRAY['${words}']`,
};

type Row = Record<string, string>;

/**
 * Puts words of its own into one row of each store.
 * @param where which row, by table; any that says something, if nothing is said
 * @returns the rows, by store
 */
async function markAll(
  client: pg.Client,
  stores: readonly string[],
  where: (table: string) => string = () => 'TRUE',
): Promise<Map<string, Row>> {
  const marked = new Map<string, Row>();
  for (const store of stores) {
    const [table = '', column = ''] = store.split('.');
    const { rows } = await client.query(
      `SELECT format_type(atttypid, NULL) AS type FROM pg_attribute
       WHERE attrelid = '"${table}"'::regclass AND attname = $1`,
      [column],
    );
    const words = SETS[rows[0]?.type]?.(wordOf(store)) ?? `'${wordOf(store)}'`;
    const { rows: done } = await client.query(
      `UPDATE "${table}" SET "${column}" = ${words} WHERE ctid = (
         SELECT ctid FROM "${table}" WHERE ${where(table)}
         ORDER BY "${column}" IS NULL, "${column}"::text LIKE '%${STEM}%', ctid LIMIT 1)
       RETURNING to_jsonb("${table}") AS row`,
    );
    if (done.length !== 1) throw new Error(`${table} holds no row to put words into.`);
    marked.set(store, done[0].row);
  }
  return marked;
}

async function storesWithWords(db: Database): Promise<string[]> {
  return [...new Set(await findWords(db, STEM))].sort();
}

const ALL = storesThat(() => true);

describe('the table', () => {
  test('has a row for every column that can hold words or bytes', () => {
    const columns = [...wordColumns()].flatMap(([table, names]) =>
      names.map((name) => `${table}.${name}`),
    );
    expect(ALL).toEqual(columns.sort());
  });

  test('says the same of redaction as the code', () => {
    const asked = Object.entries(REDACTABLE).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) =>
        `${table}.${column}` === 'Evidence.bytes' ? 'FileChunk.bytes' : `${table}.${column}`,
      ),
    );
    expect(storesThat(({ redaction }) => redaction === 'asked for')).toEqual(asked.sort());
  });

  test('and as the database, of what goes with what it was copied from', async () => {
    const { db } = await aBoard();
    const copies = await db.$queryRaw<Array<{ name: string; columns: string[] }>>`
      SELECT name, columns FROM redactable_copies()`;
    const of = [
      ...copies.map(({ name, columns }) => [name, columns] as const),
      ...Object.entries(COPIED_TO),
    ].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    expect(storesThat(({ redaction }) => redaction === 'copied')).toEqual(of.sort());
  });
});

/** Somebody who has left; one row of each table that is of people is made theirs. */
async function makeLeaver({ url, db }: Board): Promise<PersonActor> {
  const leaver = await buildAccount(contextOf(db, undefined, now), {
    email: 'leaver@home.example',
    name: 'A leaver',
    position: 'Left',
    roles: ['viewer'],
    organisationId: null,
    passwordHash: 'no hash',
  });
  await db.person.update({ where: { id: leaver.id }, data: { deactivatedAt: now } });
  await byHand(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'personId'
         AND table_name NOT IN ('PersonVersion', 'Erasure')`,
    );
    for (const { name } of rows) {
      await client.query(
        `UPDATE "${name}" SET "personId" = $1 WHERE ctid = (SELECT ctid FROM "${name}" LIMIT 1)`,
        [leaver.id],
      );
    }
    const theirs = new Set([...rows.map(({ name }) => name), 'PersonVersion']);
    // A chunk names its file, and is named anew with it.
    await markAll(
      client,
      ALL.filter((store) => store !== 'IssuedFileChunk.name'),
      (table) => {
        if (table === 'Person') return `id = '${leaver.id}'`;
        return theirs.has(table) ? `"personId" = '${leaver.id}'` : 'TRUE';
      },
    );
  });
  expect(await storesWithWords(db)).toEqual(ALL);
  return leaver;
}

test('an erasure reaches what the table says, and nothing else', async () => {
  const board = await aBoard();
  const { db } = board;
  const leaver = await makeLeaver(board);
  const administrator = await personOf(db, 'administrator@away.example');
  const form = { ...opened(), reason: 'They asked' };
  await erasePerson(contextOf(db, administrator, now), leaver.id, form);
  expect(await storesWithWords(db)).toEqual(storesThat(({ erasure }) => erasure === 'no'));
}, 300_000);

test('the file of one person holds what its table says, and nothing else', async () => {
  const { url, db } = await aBoard();
  const leaver = await makeLeaver({ url, db });
  const files = Object.entries<Held>(PERSON_FILE);
  await byHand(url, async (client) => {
    for (const [table, { names }] of files) {
      const [name = ''] = Object.keys(names);
      if (name === 'id' || name === 'personId') continue;
      const versioned = name === 'authorId' ? ', "authorVersion" = 1' : '';
      await client.query(
        `UPDATE "${table}" t SET "${name}" = $1${versioned} WHERE to_jsonb(t)::text LIKE '%${STEM}%'`,
        [leaver.id],
      );
    }
  });
  const administrator = await personOf(db, 'administrator@away.example');
  const storesIn = async (reader: PersonActor) => {
    const file = await getPersonFile(contextOf(db, reader, now), leaver.id);
    const text = JSON.stringify(file.sections);
    return ALL.filter((store) => text.includes(wordOf(store)));
  };
  const shown = (isTheirs: boolean) =>
    files
      .flatMap(([table, { shows, theirsAlone }]) =>
        isTheirs || !theirsAlone ? shows.map((name) => `${table}.${name}`) : [],
      )
      .filter((store) => ALL.includes(store))
      // What rows are about and whom for stands beside them, by name.
      .concat('Meeting.slug', 'Organisation.name')
      .sort();
  expect(await storesIn(administrator)).toEqual(shown(false));
  const { organisationId } = administrator;
  const themselves = { ...leaver, roles: ['member' as const], organisationId };
  expect(await storesIn(themselves)).toEqual(shown(true));
});

test('what ends by itself ends, and nothing else does', async () => {
  const board = await aBoard();
  const { url, db } = board;
  await makeLeaver(board);
  await tidyUp({ db, now });
  expect(await storesWithWords(db)).toEqual(ALL);
  // By the clock of the database itself none of them goes in its first six months.
  await byHand(url, (client) =>
    client.query(`UPDATE "SecurityEvent" SET "recordedAt" = now() - interval '8 years'`),
  );
  await tidyUp({ db, now: new Date(now.getTime() + 8 * 366 * 86_400_000) });
  expect(await storesWithWords(db)).toEqual(storesThat(({ ends }) => ends === 'never'));
}, 300_000);

describe('a redaction', () => {
  /** What is kept of a text elsewhere: there by the id that the text's own row holds. */
  const COPIES: Record<string, readonly [table: string, id: string]> = {
    StatusUpdate: ['Item', 'itemId'],
    ItemWording: ['Item', 'itemId'],
    MeetingVersion: ['Meeting', 'meetingId'],
    GroupingVersion: ['Grouping', 'groupingId'],
    SourceVersion: ['Source', 'sourceId'],
  };
  const ASKED = storesThat(({ redaction }) => redaction === 'asked for');
  const COPIED = storesThat(({ redaction }) => redaction === 'copied');

  /** Words in every store, in what is kept of them elsewhere, and in the audit trail. */
  async function markWithCopies(client: pg.Client): Promise<Map<string, Row>> {
    const rows = await markAll(client, ASKED);
    for (const [store, row] of rows) {
      const [table = '', column = ''] = store.split('.');
      const [copy, id = ''] = COPIES[table] ?? [];
      if (copy && COPIED.includes(`${copy}.${column}`)) {
        await client.query(`UPDATE "${copy}" SET "${column}" = $1 WHERE id = $2`, [
          wordOf(store),
          row[id],
        ]);
      }
      for (const thing of ['itemId', 'meetingId', 'groupingId', 'sourceId']) {
        await client.query(
          `UPDATE "AuditEvent"
           SET changes = changes || jsonb_build_array(jsonb_build_object('from', $1::text))
           WHERE seq = (SELECT max(seq) FROM "AuditEvent" WHERE "${thing}" = $2)`,
          [wordOf(store), row[thing] ?? null],
        );
      }
    }
    return rows;
  }

  test('of any of them leaves it nowhere', async () => {
    const { url, db } = await aBoard();
    const rows = await byHand(url, markWithCopies);
    expect(await storesWithWords(db)).toEqual([...ASKED, ...COPIED].sort());
    const officer = contextOf(db, await personOf(db, 'officer@away.example'), now);
    const administrator = contextOf(db, await personOf(db, 'administrator@away.example'), now);
    for (const [store, row] of rows) {
      const [, column = ''] = store.split('.');
      // The bytes of a file are those of its evidence.
      const ofFile = store === 'FileChunk.bytes';
      const table = (ofFile ? 'Evidence' : store.split('.')[0]) as RedactableTable;
      const names = Object.keys(REDACTABLE[table].key);
      const held = (name: string) => row[ofFile ? 'evidenceId' : name] ?? '';
      const subject = { table, key: Object.fromEntries(names.map((n) => [n, held(n)])) };
      const form = { ...opened(), subject, columns: [column], reason: 'A name' };
      const id = await requestRedaction(officer, form);
      await agreeRedaction(administrator, id, { ...opened(), understood: 'yes' });
    }
    expect(await storesWithWords(db)).toEqual([]);
  }, 300_000);

  test('of an issued paper is its withdrawal', async () => {
    const { url, db } = await aBoard();
    const WITHDRAWN = storesThat(({ redaction }) => redaction === 'withdrawn');
    const issue = await db.paperIssue.findFirstOrThrow({
      where: { withdrawal: null, kind: 'paper' },
      include: { meeting: true },
    });
    await byHand(url, (client) =>
      markAll(client, WITHDRAWN, (table) =>
        table === 'PaperIssue' ? `id = '${issue.id}'` : `"issueId" = '${issue.id}'`,
      ),
    );
    expect(await storesWithWords(db)).toEqual(WITHDRAWN);
    const officer = contextOf(db, await personOf(db, 'officer@away.example'), now);
    await withdrawIssue(officer, issue.meeting.slug, String(issue.version));
    expect(await storesWithWords(db)).toEqual([]);
  });
});

test('a restriction keeps what the table says from those it is hidden from', async () => {
  const { url, db } = await aBoard();
  const { id: itemId, reference } = await db.item.findFirstOrThrow({
    where: { restricted: true, decisions: { some: {} }, importedNotes: { some: {} } },
  });
  const held = await db.meeting.findFirstOrThrow({ where: { decisions: { some: { itemId } } } });
  const attended = await db.attendanceVersion.findFirstOrThrow({
    where: { declarations: { some: {} } },
    include: { meeting: true },
  });
  const { organisationId } = await personOf(db, 'officer@home.example');
  // On items that everybody sees.
  const evidence = await db.evidence.findMany({
    where: {
      item: { restricted: false },
      events: { some: { hiddenFrom: { has: organisationId ?? '' } } },
    },
    include: { item: true },
  });
  const evidenceIds = evidence.map(({ id }) => id);
  const HIDDEN = storesThat(
    ({ redaction, restriction }) =>
      redaction !== 'no' && ['with its item', 'with its evidence'].includes(restriction),
  );
  const latest = `number = (SELECT max(number) FROM "ItemWording" WHERE "itemId" = '${itemId}')`;
  /** Of files the size alone is read; the others are said of national items, or of reopenings. */
  const UNSHOWN = [
    'FileChunk.bytes',
    'ItemWording.reason',
    'Proposal.headline',
    'Proposal.recovery',
  ];
  const BELONGS: Record<string, string> = {
    Item: `id = '${itemId}'`,
    ItemWording: `"itemId" = '${itemId}' AND ${latest}`,
    AuditEvent: `"itemId" = '${itemId}' AND kind = 'update.rag'`,
    Evidence: `id = ANY ('{${evidenceIds}}')`,
    EvidenceEvent: `"evidenceId" = ANY ('{${evidenceIds}}')`,
    FileChunk: `"evidenceId" = ANY ('{${evidenceIds}}')`,
    RedactionOutcome: `"redactionId" IN (SELECT id FROM "Redaction" WHERE "itemId" = '${itemId}')`,
    DeclarationOfInterest: `"meetingId" = '${attended.meetingId}' AND number = ${attended.number}`,
  };
  await byHand(url, async (client) => {
    await markAll(client, HIDDEN, (table) => BELONGS[table] ?? `"itemId" = '${itemId}'`);
    await client.query(
      `UPDATE "DeclarationOfInterest" SET "itemIds" = ARRAY[$1::uuid] WHERE ${BELONGS.DeclarationOfInterest}`,
      [itemId],
    );
    // Changes have a shape that pages rely on.
    await client.query(
      `UPDATE "AuditEvent" SET changes = jsonb_build_array(jsonb_build_object(
         'field', 'dueDate', 'from', changes, 'to', NULL))
       WHERE strpos(changes::text, $1) > 0`,
      [STEM],
    );
  });
  const asked = {
    references: [reference, ...evidence.map(({ item }) => item.reference)],
    evidenceIds,
    personIds: [],
    meetings: [held.slug, attended.meeting.slug],
    queries: [{}],
    otherQueries: [{}],
  };
  const readBy = async (email: string) => {
    const who = contextOf(db, await personOf(db, email), now);
    const text = JSON.stringify(await readEverything(who, asked));
    return HIDDEN.filter((store) => text.includes(wordOf(store)));
  };
  expect(await readBy('officer@away.example')).toEqual(
    HIDDEN.filter((store) => !UNSHOWN.includes(store)),
  );
  for (const email of ['viewer@away.example', 'officer@home.example']) {
    expect({ email, reads: await readBy(email) }).toEqual({ email, reads: [] });
  }
}, 300_000);

test.each(ELSEWHERE)(
  '$store is no table: what is said of it is tried in $triedBy',
  ({ triedBy }) => {
    expect(existsSync(triedBy)).toBe(true);
  },
);
