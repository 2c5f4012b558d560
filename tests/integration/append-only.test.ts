import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erasePerson } from '@/lib/data/erasures';
import { addReading } from '@/lib/data/local-actions';
import { answerQuestion } from '@/lib/data/questions';
import { declineRedaction } from '@/lib/data/redactions';
import { londonDay } from '@/lib/domain/dates';
import { buildMeeting } from '@/seed/builders/board';
import { takeBack } from '@/seed/builders/decisions';
import { attend, buildDoneAction, buildMinutes, seat } from '@/seed/builders/meeting-records';
import { buildFront } from '@/seed/builders/papers';
import { buildLocalAction, declare, opened } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { importAsks } from '../support/imports';
import {
  bringTo,
  hideEvidence,
  makeChallenges,
  makeFile,
  makeRedaction,
  makeRedactor,
  restrict,
} from '../support/make';
import { makeIssue, withdrawIssue } from '../support/papers';
import { makePeople } from '../support/people';
import { digest } from '../support/whole-database';

/** The models marked ★ in the schema. */
const APPEND_ONLY = [
  'Acknowledgement',
  'AttendanceEntry',
  'AttendanceVersion',
  'AuditEvent',
  'BoardMembership',
  'BoardSettings',
  'Decision',
  'DeclarationOfInterest',
  'Erasure',
  'Evidence',
  'EvidenceEvent',
  'FileChunk',
  'GroupingVersion',
  'Import',
  'ImportRow',
  'ImportedNote',
  'IssuedFile',
  'IssuedFileChunk',
  'ItemRestriction',
  'ItemWording',
  'Link',
  'MeetingAction',
  'MeetingActionEvent',
  'MeetingVersion',
  'MinutesVersion',
  'OrganisationVersion',
  'PaperIssue',
  'PaperVersion',
  'PaperWithdrawal',
  'PersonVersion',
  'Proposal',
  'ProposalWithdrawal',
  'Question',
  'QuestionEvent',
  'Reading',
  'Redaction',
  'RedactionOutcome',
  'SourceVersion',
  'Statement',
  'StatusUpdate',
];

const { db, url } = await testDatabase();
const ROLE = `app_${new URL(url).pathname.slice(1, 40)}`;
const owner = new pg.Client({ connectionString: url });
const app = new pg.Client({ connectionString: url });

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()]);
  // At least one row in each, or a trigger for each row would have nothing to refuse.
  const context = contextOf(db);
  const { home } = await makeActors(db);
  const reference = await buildLocalAction(context, { ownerId: home.officer.id });
  await addReading(context, reference, { readOn: '2026-10-01', value: '3', ...opened() });
  await declare(context, reference, 'our_response', { words: 'We will', statedOn: '2026-10-01' });
  await hideEvidence(context, await makeFile(context, reference));
  await restrict(context, reference);
  const held = await buildMeeting(context, {
    date: londonDay(NOW),
    startsAt: '09:00',
    venue: 'Town hall',
  });
  await makeChallenges(context, held);
  const closed = await buildLocalAction(context);
  await bringTo('closed', context, closed, held);
  await bringTo('proposed', context, await buildLocalAction(context), held);
  const back = await buildLocalAction(context);
  await bringTo('proposed', context, back, held);
  await takeBack(context, back, 'Not yet');
  await buildMeeting(context, { date: '2026-12-03', startsAt: '14:00', venue: 'Town hall' });
  const where = { startsAt: '14:00', venue: 'Town hall' };
  const past = await buildMeeting(context, { date: '2026-09-03', ...where });
  const personId = home.member.id;
  await seat(context, personId, '2026-01-01');
  await attend(context, past, {
    entries: [{ personId, answer: 'present', deputy: undefined }],
    declarations: [{ id: undefined, personId, words: 'An interest', references: [reference] }],
  });
  await buildDoneAction(context, past, personId);
  await buildMinutes(context, past, 'Words');
  await buildFront(context, past);
  await makeIssue(context, past);
  await withdrawIssue(contextOf(db, home.officer), past);
  const asked = await buildLocalAction(context);
  await bringTo('asked', context, asked, held);
  await answerQuestion(context, asked, { question: 1, words: 'Soon', ...opened() });
  const notes = [{ heading: 'Q1', text: 'Then', on: null, rag: null }];
  await importAsks(contextOf(db, home.officer), [{ reference: asked, notes }]);
  const redactor = contextOf(db, await makeRedactor(context));
  const redaction = await makeRedaction(redactor, reference);
  const { leaver } = await makePeople(db, 'here', NOW);
  await erasePerson(redactor, leaver, { ...opened(), reason: 'They asked' });
  await declineRedaction(redactor, redaction, { ...opened(), reason: 'It does not' });
  await owner.query(`CREATE ROLE ${ROLE}`);
  await owner.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${ROLE}`);
  await app.query(`SET ROLE ${ROLE}`);
});
afterAll(async () => {
  await app.end();
  await owner.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}`);
  await owner.end();
});

test('the schema marks the same models with a star', async () => {
  const schema = await readFile('prisma/schema.prisma', 'utf8');
  const starred = [...schema.matchAll(/((?:^\/\/\/.*\n)+)model (\w+)/gm)]
    .filter(([, comment]) => comment?.includes('★'))
    .map(([, , name]) => name);
  expect(starred.sort()).toEqual(APPEND_ONLY);
});

test('every one of them, and nothing else, has both triggers, always on', async () => {
  const triggers = await db.$queryRaw<Array<{ table: string; name: string; enabled: string }>>`
    SELECT c.relname AS table, t.tgname AS name, t.tgenabled::text AS enabled
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgname LIKE 'append_only%' ORDER BY 1, 2`;
  expect(triggers).toEqual(
    APPEND_ONLY.flatMap((table) =>
      ['append_only', 'append_only_truncate'].map((name) => ({ table, name, enabled: 'A' })),
    ),
  );
});

/** A statement that changes nothing, in a transaction that is rolled back whatever comes of it. */
async function attempt(client: pg.Client, statement: string, replica: boolean): Promise<string> {
  await client.query('BEGIN');
  try {
    if (replica) await client.query('SET LOCAL session_replication_role = replica');
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

describe.each(APPEND_ONLY)('%s', (table) => {
  let column = '';
  beforeAll(async () => {
    const { rows } = await owner.query(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position LIMIT 1`,
      [table],
    );
    column = rows[0].name;
  });
  const attempts = () =>
    [
      ['UPDATE', `UPDATE "${table}" SET "${column}" = "${column}"`],
      ['DELETE', `DELETE FROM "${table}"`],
      ['TRUNCATE', `TRUNCATE "${table}" CASCADE`],
    ] as const;
  const refused = (operation: string) =>
    expect.stringMatching(new RegExp(`^"?\\w+"? is append-only: ${operation} refused$`));

  test('holds something', async () => {
    const { rows } = await owner.query(`SELECT count(*)::int AS count FROM "${table}"`);
    expect(rows[0].count).toBeGreaterThan(0);
  });

  test.each([
    ['its owner, a superuser', () => owner, false],
    ['its owner with triggers switched off for replication', () => owner, true],
    ['somebody with every privilege on it', () => app, false],
  ] as const)('refuses %s', async (_, client, replica) => {
    const before = await digest(db);
    for (const [operation, statement] of attempts()) {
      const answer = await attempt(client(), statement, replica);
      expect({ operation, answer }).toEqual({ operation, answer: refused(operation) });
    }
    expect(await digest(db)).toEqual(before);
  });
});

test('a security event is never changed, nor taken away before its time', async () => {
  await owner.query(
    `INSERT INTO "SecurityEvent" ("recordedAt", kind, detail) VALUES (now(), 'sign_in.failed', 'x')`,
  );
  for (const [operation, statement] of [
    ['UPDATE', `UPDATE "SecurityEvent" SET detail = NULL`],
    ['UPDATE', `UPDATE "SecurityEvent" SET kind = 'sign_in.succeeded'`],
    ['DELETE', `DELETE FROM "SecurityEvent"`],
    ['TRUNCATE', `TRUNCATE "SecurityEvent"`],
  ] as const) {
    for (const [client, replica] of [
      [owner, false],
      [owner, true],
      [app, false],
    ] as const) {
      expect(await attempt(client, statement, replica)).toContain(`${operation} refused`);
    }
  }
});

test('what is not marked can be changed by both: it is the triggers that refuse', async () => {
  const update = `UPDATE "Item" SET "shortTitle" = "shortTitle"`;
  expect(await attempt(owner, update, false)).toBe('done');
  expect(await attempt(owner, update, true)).toBe('done');
  expect(await attempt(app, update, false)).toBe('done');
  expect(await attempt(app, 'DELETE FROM "Session"', false)).toBe('done');
  expect(await attempt(owner, 'TRUNCATE "AccessLink", "Session"', false)).toBe('done');
});

test('an item’s record cannot be written into its past', async () => {
  const next = (at: string) => `
    INSERT INTO "StatusUpdate" ("itemId", number, kind, "recordedAt", rag, lifecycle)
    SELECT "itemId", number + 1, kind, ${at}, rag, lifecycle
    FROM "StatusUpdate" ORDER BY "recordedAt" DESC LIMIT 1`;
  for (const replica of [false, true]) {
    expect(await attempt(owner, next(`"recordedAt" - interval '1 second'`), replica)).toMatch(
      /cannot go back in time/,
    );
    expect(await attempt(owner, next('"recordedAt"'), replica)).toBe('done');
  }
});

test('a link has one end, evidence is a link or a file', async () => {
  const link = await db.link.findFirstOrThrow({ where: { toItemId: { not: null } } });
  const grouping = await db.grouping.findFirstOrThrow();
  const { seq: _, ...data } = { ...link, toGroupingId: grouping.id };
  await expect(db.link.create({ data })).rejects.toThrow(/Link_one_target/);
  const { id: __, ...file } = await db.evidence.findFirstOrThrow();
  await expect(
    db.evidence.create({ data: { ...file, url: 'https://example.org' } }),
  ).rejects.toThrow(/Evidence_link_or_file/);
});
