import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { openEvidenceFile } from '@/lib/data/evidence';
import { verifyPassword } from '@/lib/data/password';
import { toPlainDate } from '@/lib/data/plain-date';
import { addDays, londonDay } from '@/lib/domain/dates';
import { identifyFile } from '@/lib/domain/evidence-file';
import { type PersonActor, systemActor } from '@/lib/domain/permissions';
import { scheduleState } from '@/lib/domain/schedule';
import { migrate } from '@/prisma/migrate';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { type SeedSummary, seed } from '@/seed/seed';
import { testDatabase } from '../support/database';
import { execute, onServer, SEEDED_AT } from '../support/database-server';

/** Every row of every table, with the transaction that wrote it. */
async function digest(db: Database): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<Array<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<Array<{ digest: string }>>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t.xmin::text || t::text, '|' ORDER BY t::text)), '') AS digest
         FROM "${name}" t`,
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}

/** Items whose projection is not what the latest rows say. */
function staleProjections(db: Database): Promise<Array<{ reference: string }>> {
  return db.$queryRaw`
    SELECT i.reference FROM "Item" i
    LEFT JOIN "StatusUpdate" s ON s."itemId" = i.id AND s.number =
      (SELECT max(number) FROM "StatusUpdate" x WHERE x."itemId" = i.id)
    LEFT JOIN "ItemWording" w ON w."itemId" = i.id AND w.number =
      (SELECT max(number) FROM "ItemWording" x WHERE x."itemId" = i.id)
    LEFT JOIN "ItemRestriction" r ON r."itemId" = i.id AND r.number =
      (SELECT max(number) FROM "ItemRestriction" x WHERE x."itemId" = i.id)
    WHERE (i.number, i.rag, i.headline, i."ownerId", i."leadOrganisationId", i."ourRole",
           i."firstDueDate", i."dueDate", i."reviewDate", i.lifecycle, i.outcome, i."closedOn",
           i."wordingNumber", i."shortTitle", i.text, i.restricted, i."hiddenFrom", i."lastUpdateAt",
           i."lastRecordedAt")
      IS DISTINCT FROM
          (s.number, s.rag, s.headline, s."ownerId", s."leadOrganisationId", s."ourRole",
           s."firstDueDate", s."dueDate", s."reviewDate", s.lifecycle, s.outcome, s."closedOn",
           w.number, w."shortTitle", w.text, coalesce(r.restricted, FALSE),
           coalesce(r."hiddenFrom", '{}'),
           (SELECT max(x."recordedAt") FROM "StatusUpdate" x
             WHERE x."itemId" = i.id AND x.kind IN ('rag', 'no_change')),
           greatest(s."recordedAt", w."recordedAt", r."recordedAt"))`;
}

describe('the reference content', async () => {
  const { db } = await testDatabase();

  it('counts', async () => {
    const items = await db.item.groupBy({ by: ['kind', 'commitmentKind', 'rated'], _count: true });
    expect(
      items.map((row) => [row.commitmentKind ?? row.kind, row.rated, row._count]).sort(),
    ).toEqual([
      ['commitment', true, 20],
      ['context', false, 1],
      ['dependency', false, 1],
      ['heading', false, 4],
      ['recommendation', true, 32],
    ]);
    const groupings = await db.grouping.groupBy({ by: ['kind'], _count: true });
    expect(Object.fromEntries(groupings.map((row) => [row.kind, row._count]))).toEqual({
      theme: 14,
      key_area: 16,
      strategy_priority: 3,
      part: 4,
    });
    expect(await db.organisation.count({ where: { national: true } })).toBe(22);
    expect(await db.nationalDeadline.count()).toBe(22);
    expect(await db.person.count()).toBe(0);
    expect(await db.boardSettings.findMany()).toMatchObject([
      { version: 1, boardName: 'Drug and Alcohol Delivery Board', areas: [], illustrative: false },
    ]);
  });

  it('keeps what makes an item what it is', async () => {
    const r8 = await db.item.findUniqueOrThrow({ where: { reference: 'R8' } });
    expect(r8).toMatchObject({
      number: 1,
      wordingNumber: 1,
      lastUpdateAt: null,
      ourRole: 'contribute',
    });
    expect(r8.text.split('\n- ')).toHaveLength(4);
    const c31 = await db.item.findUniqueOrThrow({
      where: { reference: 'C3.1' },
      include: { parent: true, wordings: true, linksFrom: { include: { toItem: true } } },
    });
    expect(c31.parent?.reference).toBe('C3');
    expect(c31.wordings).toMatchObject([{ amount: '£80 million', amountPeriod: null }]);
    expect(c31.linksFrom.map((link) => [link.toItem?.reference, link.strength])).toEqual([
      ['R2', 'partial'],
      ['R15', 'partial'],
      ['R16', 'partial'],
      ['R11', 'partial'],
    ]);
    const closest = await db.link.findMany({
      where: { closestFit: true },
      include: { from: true, grouping: true },
    });
    expect(closest.map((link) => `${link.from.reference} ${link.grouping?.code}`).sort()).toEqual([
      'R17 m',
      'R18 m',
      'R19 m',
      'R27 f',
    ]);
    expect(await staleProjections(db)).toEqual([]);
  });

  it('seeding again changes nothing', async () => {
    const before = await digest(db);
    await seed({ db, now: new Date(), demo: false });
    expect(await digest(db)).toEqual(before);
  });

  it('seeding after people have worked overwrites nothing of theirs, with or without demo', async () => {
    const now = new Date();
    const officer = await buildAccount(
      { db, now },
      {
        email: 'someone@council.example.gov.uk',
        name: 'Programme officer',
        position: 'Public health',
        roles: ['officer'],
        organisationId: null,
      },
    );
    const author = { authorId: officer.id, authorVersion: 1, recordedAt: now };
    const r1 = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
    const words = { shortTitle: 'What we call it', text: 'What we say it says' };
    await db.itemWording.create({ data: { itemId: r1.id, number: 2, ...words, ...author } });
    await db.item.update({
      where: { id: r1.id },
      data: { wordingNumber: 2, lastRecordedAt: now, ...words },
    });
    const link = await db.link.findFirstOrThrow({
      where: { fromId: r1.id, toGroupingId: { not: null } },
    });
    await db.link.create({
      data: { fromId: r1.id, toGroupingId: link.toGroupingId, removed: true, ...author },
    });
    const settings = { boardName: 'Our board', areas: ['Here'], illustrative: false };
    await db.boardSettings.create({
      data: { version: 2, dueSoonDays: 14, reviewMonths: 6, ...settings, ...author },
    });
    const theme = await db.grouping.findFirstOrThrow({ where: { kind: 'theme' } });
    await db.grouping.update({ where: { id: theme.id }, data: { name: 'Ours', version: 2 } });
    const context = { db, now, actor: officer };
    const action = await buildLocalAction(context);
    await own(context, action, {
      ownerId: officer.id,
      leadOrganisationId: undefined,
      words: undefined,
    });
    await rate(context, 'R1', {
      rag: 'green',
      headline: 'Fine',
      words: 'All is well',
      recovery: undefined,
    });

    const before = await digest(db);
    const later = new Date(now.getTime() + 60_000);
    expect(await seed({ db, now: later, demo: false })).toEqual({ demoAccounts: [] });
    expect(await seed({ db, now: later, demo: true, demoPassword: 'of another start' })).toEqual({
      demoAccounts: [],
    });
    expect(await digest(db)).toEqual(before);
  });

  it('adds only what is missing', async () => {
    // As a later release would find a register that lacks one of its bodies.
    expect(await db.organisation.findUnique({ where: { code: 'JCP' } })).not.toBeNull();
    const { id } = await db.organisation.create({
      data: { createdAt: SEEDED_AT, code: 'NEW', version: 1, name: 'A body of the board’s own' },
    });
    await seed({ db, now: new Date(), demo: false });
    expect(await db.organisation.count({ where: { national: true } })).toBe(22);
    expect(await db.organisation.findUnique({ where: { id } })).not.toBeNull();
  });
});

describe('the fictional demo board', () => {
  // A Monday, before anybody is at work.
  const now = new Date('2026-11-23T06:30:00Z');
  const today = londonDay(now);
  const password = 'only for these tests';
  let db: Database;
  let summary: SeedSummary;
  let took: number;

  const drop: Array<() => Promise<void>> = [];
  beforeAll(async () => {
    const server = inject('databaseServer');
    const name = `board_test_${randomUUID().replaceAll('-', '')}`;
    await execute(server, `CREATE DATABASE ${name}`);
    await migrate(onServer(server, name));
    db = connectDatabase(onServer(server, name));
    drop.push(
      () => db.$disconnect(),
      () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    );
    const started = performance.now();
    summary = await seed({ db, now, demo: true, demoPassword: password });
    took = performance.now() - started;
  });
  afterAll(async () => {
    for (const step of drop) await step();
  });

  const actions = () =>
    db.item.findMany({
      where: { kind: 'local_action' },
      include: {
        owner: { include: { organisation: true } },
        readings: true,
        statusUpdates: true,
        linksFrom: { include: { grouping: true, toItem: true } },
      },
      orderBy: { ordinal: 'asc' },
    });

  it('is there soon, and is marked as illustrative', async () => {
    expect(took).toBeLessThan(25_000);
    expect(await db.boardSettings.findMany()).toMatchObject([
      {
        version: 1,
        boardName: 'Exampleshire Drug and Alcohol Delivery Board',
        illustrative: true,
      },
    ]);
  });

  it('lets five accounts in, one a role', async () => {
    expect(summary.demoAccounts.map(({ email, role }) => [email, role])).toEqual([
      ['viewer@board.example', 'viewer'],
      ['member@board.example', 'member'],
      ['commissioner@board.example', 'commissioner'],
      ['officer@board.example', 'officer'],
      ['admin@board.example', 'administrator'],
    ]);
    const people = await db.person.findMany({ where: { email: { not: null } } });
    expect(people).toHaveLength(5);
    for (const { passwordHash } of people) {
      expect(passwordHash).toMatch(/^\$argon2id\$/);
      expect(await verifyPassword(passwordHash, password)).toBe(true);
    }
  });

  it('has about 25 local actions over all themes, each owned by a role of a fictional partner', async () => {
    const all = await actions();
    expect(all.map((one) => one.reference)).toEqual(
      Array.from({ length: 26 }, (_, i) => `A${i + 1}`),
    );
    const themes = new Set(
      all.flatMap(({ linksFrom }) =>
        linksFrom.flatMap(({ grouping }) => (grouping?.kind === 'theme' ? [grouping.code] : [])),
      ),
    );
    expect(themes.size).toBe(14);
    for (const { owner, linksFrom, reference } of all) {
      expect(
        linksFrom.some(({ toItem }) => toItem?.kind === 'recommendation'),
        reference,
      ).toBe(true);
      expect(
        linksFrom.some(({ grouping }) => grouping?.kind === 'objective'),
        reference,
      ).toBe(true);
      expect(owner?.organisation?.national ?? false, reference).toBe(false);
      expect(owner?.name ?? 'Head of', reference).toMatch(
        /Head|Director|director|manager|lead|officer/,
      );
    }
    expect(all.filter((one) => !one.owner).map((one) => one.reference)).toEqual(['A25', 'A26']);
  });

  it('shows each state that a register can show', async () => {
    const all = await actions();
    const open = all.filter((one) => one.lifecycle === 'open');
    expect(all.filter((one) => one.lifecycle === 'withdrawn').map((one) => one.reference)).toEqual([
      'A22',
    ]);
    const schedules = open.map((one) =>
      scheduleState(
        {
          dueDate: toPlainDate(one.dueDate),
          reviewDate: toPlainDate(one.reviewDate),
          completedOn: null,
        },
        today,
        30,
      ),
    );
    const count = (wanted: string) => schedules.filter((state) => state === wanted).length;
    expect(count('overdue')).toBeGreaterThanOrEqual(3);
    expect(count('due_soon')).toBeGreaterThanOrEqual(3);
    expect(count('ongoing')).toBeGreaterThanOrEqual(3);
    expect(count('no_date')).toBe(1);
    const rags = new Set(open.map((one) => one.rag));
    expect(rags).toEqual(new Set(['red', 'amber', 'green', 'not_rated']));
    expect(await db.item.count({ where: { OR: [{ rag: 'blue' }, { lifecycle: 'closed' }] } })).toBe(
      0,
    );
    const forward = open.filter(
      (one) => one.dueDate && one.firstDueDate && one.dueDate < one.firstDueDate,
    );
    expect(forward.map((one) => one.reference)).toEqual(['A1', 'A12']);
    const evidence = await db.evidence.findMany({ include: { events: true } });
    const standing = evidence.filter(({ events }) =>
      events.every((one) => one.kind !== 'withdrawn'),
    );
    expect(evidence.length - standing.length).toBe(1);
    expect(standing.filter((one) => one.reviewOn < new Date(today)).length).toBeGreaterThanOrEqual(
      3,
    );
    expect(
      evidence.filter(({ events }) => events.some((one) => one.kind === 'restricted')),
    ).toHaveLength(1);
    const restricted = open.filter((one) => one.restricted);
    expect(restricted.map((one) => [one.reference, one.hiddenFrom.length])).toEqual([['A23', 1]]);
    const funded = await db.itemWording.findMany({
      where: { fundedUntil: { not: null } },
      include: { item: true },
    });
    expect(
      funded.some(
        ({ fundedUntil, item }) => item.dueDate && fundedUntil && fundedUntil < item.dueDate,
      ),
    ).toBe(true);
  });

  it('leaves R11 for the walk-through', async () => {
    const r11 = await db.item.findUniqueOrThrow({
      where: { reference: 'R11' },
      include: { evidence: true, statements: true },
    });
    expect(r11).toMatchObject({ number: 1, rag: 'not_rated', ownerId: null, ourRole: 'deliver' });
    expect([...r11.evidence, ...r11.statements]).toEqual([]);
  });

  it('puts no Red against a national commitment', async () => {
    const reds = await db.statusUpdate.count({
      where: { rag: 'red', item: { kind: 'commitment' } },
    });
    expect(reds).toBe(0);
  });

  it('has four meetings behind it and one ahead', async () => {
    const meetings = await db.meeting.findMany({ orderBy: { date: 'asc' } });
    const days = meetings.map((meeting) => toPlainDate(meeting.date));
    expect(days.filter((day) => day < today)).toHaveLength(4);
    expect(days.filter((day) => day > addDays(today, 20))).toHaveLength(1);
    expect(days.map((day) => new Date(day).getUTCDay())).toEqual([4, 4, 4, 4, 4]);
  });

  it('was recorded in working hours of the year before, in order, and never later than now', async () => {
    const at = await db.$queryRaw<Array<{ recordedAt: Date; hour: number; weekday: number }>>`
      SELECT "recordedAt",
        extract(hour FROM "recordedAt" AT TIME ZONE 'Europe/London')::int AS hour,
        extract(isodow FROM "recordedAt" AT TIME ZONE 'Europe/London')::int AS weekday
      FROM "AuditEvent" ORDER BY seq`;
    expect(at.length).toBeGreaterThan(300);
    expect(at.filter(({ hour, weekday }) => hour < 9 || hour > 16 || weekday > 5)).toEqual([]);
    const times = at.map(({ recordedAt }) => recordedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const tables = await db.$queryRaw<Array<{ table: string; column: string }>>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name !~ '^_'
        AND (data_type LIKE 'timestamp%' OR data_type = 'date')
        AND column_name NOT IN ('dueDate', 'firstDueDate', 'reviewDate', 'reviewOn', 'fundedUntil')
        AND table_name NOT IN ('Meeting')
        AND NOT (table_name = 'MeetingVersion' AND column_name = 'date')`;
    for (const { table, column } of tables) {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${table}" WHERE "${column}" > $1::timestamptz`,
        now,
      );
      expect(rows, `${table}.${column}`).toEqual([]);
    }
    const [first] = await db.statusUpdate.findMany({ orderBy: { recordedAt: 'asc' }, take: 1 });
    expect(londonDay(first?.recordedAt ?? now)).toBe('2025-11-21');
  });

  it('keeps projections equal to the latest rows', async () => {
    expect(await staleProjections(db)).toEqual([]);
  });

  it('says what would bring a Red or Amber back, and keeps the board’s style', async () => {
    const rated = await db.statusUpdate.findMany({ where: { kind: 'rag' } });
    expect(rated.length).toBeGreaterThan(120);
    for (const { rag, recovery, headline } of rated) {
      expect(recovery !== null).toBe(rag !== 'green');
      expect(headline?.length ?? 0).toBeLessThanOrEqual(200);
    }
  });

  it('keeps real files, which say that they are illustrative', async () => {
    const files = await db.evidence.findMany({ where: { kind: 'file' } });
    expect(files.map((file) => file.fileName?.split('.').at(-1)).sort()).toEqual([
      'csv',
      'docx',
      'ods',
      'odt',
      'pdf',
      'png',
      'txt',
      'xlsx',
    ]);
    for (const { id, fileName, mediaType, size } of files) {
      const { bytes } = await openEvidenceFile({ db, now, actor: systemActor }, id);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of bytes) pieces.push(piece);
      const file = new File(pieces, fileName ?? '');
      expect(file.size).toBe(size);
      expect(file.size).toBeLessThan(30_000);
      expect(await identifyFile(file)).toEqual({ mediaType, fileName });
    }
  });

  it('seeding again changes nothing', async () => {
    const before = await digest(db);
    const again = await seed({ db, now: new Date(), demo: true, demoPassword: password });
    expect(again).toEqual(summary);
    expect(await digest(db)).toEqual(before);
  });

  it('takes the password of another start, only for the demo accounts', async () => {
    const own: PersonActor = await buildAccount(
      { db, now },
      {
        email: 'somebody@elsewhere.example',
        name: 'Somebody',
        position: 'Elsewhere',
        roles: ['member'],
        organisationId: null,
        passwordHash: 'theirs',
      },
    );
    const { id: personId } = await db.person.findUniqueOrThrow({
      where: { email: 'member@board.example' },
    });
    const at = { createdAt: now, lastSeenAt: now };
    const session = await db.session.create({ data: { personId, ...at } });
    await seed({ db, now, demo: false, demoPassword: 'not a demo any more' });
    await seed({ db, now, demo: true, demoPassword: 'of another start' });
    const people = await db.person.findMany({ where: { passwordHash: { not: null } } });
    for (const { id, passwordHash } of people) {
      if (id === own.id) expect(passwordHash).toBe('theirs');
      else expect(await verifyPassword(passwordHash, 'of another start')).toBe(true);
    }
    const { endedAt } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(endedAt).toEqual(now);
  });
});
