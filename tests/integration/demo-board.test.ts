import { beforeAll, describe, expect, it } from 'vitest';
import { setPassword } from '@/lib/data/access-links';
import { openEvidenceFile } from '@/lib/data/evidence';
import { hashPassword, verifyPassword } from '@/lib/data/password';
import { toPlainDate } from '@/lib/data/plain-date';
import { addDays, londonDay } from '@/lib/domain/dates';
import { identifyFile } from '@/lib/domain/evidence-file';
import { systemActor } from '@/lib/domain/permissions';
import { scheduleState } from '@/lib/domain/schedule';
import { buildAccount } from '@/seed/builders/accounts';
import { type SeedSummary, seed } from '@/seed/seed';
import { digest, emptyDatabase, findWords, staleProjections } from '../support/whole-database';

const db = await emptyDatabase();

describe('the fictional demo board', () => {
  // A Monday, before anybody is at work.
  const now = new Date('2026-11-23T06:30:00Z');
  const today = londonDay(now);
  const password = 'only for these tests';
  let summary: SeedSummary;
  const inLondon = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });

  beforeAll(async () => {
    summary = await seed({ db, now, demo: true, demoPassword: password });
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

  it('is marked as illustrative', async () => {
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
    const closed = await db.item.findMany({ where: { lifecycle: 'closed' } });
    expect(closed.map((one) => [one.reference, one.outcome, one.rag])).toEqual([
      ['A10', 'complete', 'blue'],
    ]);
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

  it('shows one redaction, of a note that said too much', async () => {
    const redactions = await db.redaction.findMany({ include: { outcome: true } });
    expect(redactions.map(({ subject, outcome }) => [subject, outcome?.kind])).toEqual([
      ['Reading', 'agreed'],
    ]);
    expect(await findWords(db, 'Mill Lane')).toEqual([]);
  });

  it('shows each way of deciding once', async () => {
    const proposals = await db.proposal.findMany({
      include: { decisions: { orderBy: { recordedAt: 'asc' } }, item: true },
    });
    const ends = proposals
      .map(({ item, kind, decisions }) =>
        [item.reference, kind, ...decisions.map(({ result }) => result)].join(' '),
      )
      .sort();
    expect(ends).toEqual([
      'A10 closure agreed',
      'A15 closure',
      'A2 extension',
      'A20 closure agreed returned',
      'A4 extension agreed',
      'A6 extension refused',
      'A7 extension agreed',
      'A9 closure returned',
    ]);
    const decisions = await db.decision.findMany({ include: { meeting: true } });
    expect(decisions.filter((one) => one.delegatedToId).map((one) => one.meeting)).toEqual([null]);
    expect(decisions.filter((one) => !one.itemId)).toHaveLength(2);
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

  it('has a source of its own beside the national ones, and renamed an objective', async () => {
    const own = await db.source.findUniqueOrThrow({
      where: { prefix: 'N' },
      include: { items: { orderBy: { ordinal: 'asc' } } },
    });
    expect(own.title).toContain('(illustrative)');
    expect(own.items.map(({ reference, rag }) => [reference, rag])).toEqual([
      ['N1', 'green'],
      ['N2', 'amber'],
      ['N3', 'not_rated'],
    ]);
    expect(await db.item.count({ where: { kind: 'recommendation', sourceId: own.id } })).toBe(3);
    expect(await db.item.count({ where: { kind: 'recommendation' } })).toBe(35);
    const objectives = await db.grouping.findMany({
      where: { kind: 'objective' },
      orderBy: { ordinal: 'asc' },
    });
    expect(objectives.map(({ code, version }) => [code, version])).toEqual([
      ['O1', 1],
      ['O2', 1],
      ['O3', 1],
      ['O4', 2],
      ['O5', 1],
    ]);
  });

  it('was recorded in working hours of the year before, in order, and never later than now', async () => {
    const at = await db.auditEvent.findMany({ orderBy: { seq: 'asc' } });
    expect(at.length).toBeGreaterThan(300);
    const odd = at
      .map(({ recordedAt }) => inLondon.format(recordedAt))
      .filter((text) => !/^(Mon|Tue|Wed|Thu|Fri),? (09|1[0-6])$/.test(text));
    expect(odd).toEqual([]);
    const times = at.map(({ recordedAt }) => recordedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const tables = await db.$queryRaw<Array<{ table: string; column: string }>>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name !~ '^_'
        AND (data_type LIKE 'timestamp%' OR data_type = 'date')
        AND column_name NOT IN ('dueDate', 'firstDueDate', 'reviewDate', 'reviewOn', 'fundedUntil',
          'presentDueDate')
        AND table_name NOT IN ('Meeting', 'NationalDeadline')
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
    const own = await buildAccount(
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

  it('leaves a password that somebody chose, and their session', async () => {
    const { id } = await db.person.findUniqueOrThrow({ where: { email: 'officer@board.example' } });
    const chosen = await hashPassword('what the officer chose');
    await db.$transaction((tx) => setPassword({ tx, now }, id, chosen));
    const session = await db.session.create({
      data: { personId: id, createdAt: now, lastSeenAt: now },
    });
    await seed({ db, now, demo: true, demoPassword: 'of yet another start' });
    const people = await db.person.findMany({ where: { email: { endsWith: '@board.example' } } });
    for (const { email, passwordHash } of people.filter((one) => one.passwordHash)) {
      const expected =
        email === 'officer@board.example' ? 'what the officer chose' : 'of yet another start';
      expect(await verifyPassword(passwordHash, expected), email ?? '').toBe(true);
    }
    const { endedAt } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(endedAt).toBeNull();
  });
});
