import { describe, expect, test } from 'vitest';
import { getActivity, listActivity } from '@/lib/data/activity';
import { setRoles } from '@/lib/data/person-changes';
import { type ActivityQuery, activityQuerySchema } from '@/lib/domain/activity';
import { NO_CALLER } from '@/lib/domain/security-event';
import { buildMeeting } from '@/seed/builders/board';
import { agreeToRedact, askToRedact } from '@/seed/builders/redactions';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, release, restrict } from '../support/make';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const officer = contextOf(db, away.officer);
const viewer = contextOf(db, home.viewer);

const asked = (query: Partial<ActivityQuery> = {}) => ({
  ...activityQuerySchema.parse({}),
  ...query,
});
const read = (context = officer, query: Partial<ActivityQuery> = {}) =>
  getActivity(context, asked(query));
const titles = async (context = officer, query: Partial<ActivityQuery> = {}) =>
  (await read(context, query)).rows.map(({ title }) => title);

const reference = await buildLocalAction(officer, { shortTitle: 'Outreach on Fridays' });
await own(officer, reference, { ownerId: home.member.id, leadOrganisationId: undefined });
await rate(officer, reference, {
  rag: 'green',
  headline: 'It goes well',
  words: 'w',
  recovery: undefined,
});

describe('what is told of an event', () => {
  test('who, what, of what, and from what to what', async () => {
    const { rows } = await read(officer, { subject: reference });
    expect(rows.map(({ title }) => title)).toEqual([
      'Status update posted',
      'Owner assigned',
      'Created',
    ]);
    const [posted, assigned] = rows;
    expect(posted).toMatchObject({
      author: { name: 'away officer' },
      subject: { label: `${reference} Outreach on Fridays` },
      reason: null,
    });
    expect(posted?.changes).toContainEqual({ label: 'Reported', from: 'Not rated', to: 'Green' });
    expect(posted?.changes).toContainEqual({
      label: 'Headline',
      from: null,
      to: 'It goes well',
    });
    expect(assigned?.changes).toContainEqual({ label: 'Owner', from: null, to: 'home member' });
  });

  test('the name is the one they had then', async () => {
    const { id } = away.commissioner;
    const acting = contextOf(db, away.commissioner);
    const own = await buildLocalAction(acting, { shortTitle: 'By somebody renamed' });
    await db.personVersion.create({
      data: {
        personId: id,
        version: 2,
        name: 'Called otherwise',
        position: 'p',
        recordedAt: NOW,
      },
    });
    await db.person.update({ where: { id }, data: { version: 2, name: 'Called otherwise' } });
    const { rows, people } = await read(officer, { subject: own });
    expect(rows[0]?.author?.name).toBe('away commissioner');
    expect(people).toContainEqual({ id, name: 'Called otherwise' });
  });
});

describe('the filters', () => {
  test('a person, the system, a kind, a group of kinds', async () => {
    expect(await titles(officer, { person: away.officer.id, kind: 'update.rag' })).toEqual([
      'Status update posted',
    ]);
    const system = await read(officer, { person: 'system' });
    expect(system.total).toBeGreaterThan(0);
    expect(system.rows.every(({ author }) => author === null)).toBe(true);
    expect(new Set(await titles(officer, { kind: 'status', subject: reference }))).toEqual(
      new Set(['Status update posted', 'Owner assigned']),
    );
    expect(await titles(officer, { person: home.viewer.id })).toEqual([]);
  });

  test('a subject by its reference, whatever its case, and by words of its title', async () => {
    expect(await titles(officer, { subject: reference.toLowerCase() })).toHaveLength(3);
    expect(await titles(officer, { subject: 'outreach ON fri' })).toHaveLength(3);
    expect(await titles(officer, { subject: '%' })).toEqual([]);
    expect((await read(officer, { subject: 'Home Trust' })).rows).toMatchObject([
      { title: 'Organisation added', subject: { label: 'Home Trust' } },
    ]);
  });

  test('days are those of London, the first and the last among them', async () => {
    const late = { db, actor: away.officer, now: new Date('2026-07-01T22:59:00Z') };
    const next = { db, actor: away.officer, now: new Date('2026-07-01T23:00:00Z') };
    const [first, second] = [await buildLocalAction(late), await buildLocalAction(next)];
    const on = async (from: string, to: string) =>
      (await read(officer, { from, to, kind: 'item.created' })).rows.map(
        ({ subject }) => subject?.label.split(' ')[0],
      );
    expect(await on('2026-07-01', '2026-07-01')).toEqual([first]);
    expect(await on('2026-07-02', '2026-07-02')).toEqual([second]);
    expect(await on('2026-07-01', '2026-07-02')).toEqual([second, first]);
  });
});

test('pages follow each other, and the file has them all', async () => {
  const many = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      buildLocalAction(officer, { shortTitle: `Paged ${index}` }),
    ),
  );
  const [first, second] = [
    await read(officer, { subject: 'Paged' }),
    await read(officer, { subject: 'Paged', page: 2 }),
  ];
  expect([first.total, first.pages, first.rows.length, second.rows.length]).toEqual([
    60, 2, 50, 10,
  ]);
  const paged = [...first.rows, ...second.rows];
  expect(new Set(paged.map(({ subject }) => subject?.href)).size).toBe(many.length);
  const listed = [];
  for await (const rows of listActivity(officer, asked({ subject: 'Paged' }))) listed.push(...rows);
  expect(listed).toEqual(paged);
  expect((await read(officer, { subject: 'Paged', page: 99 })).page).toBe(2);
});

test('a file of more than one batch has every event once', async () => {
  await db.auditEvent.createMany({
    data: Array.from({ length: 1100 }, () => ({
      recordedAt: NOW,
      kind: 'export.activity',
      changes: [],
    })),
  });
  const { total } = await read(officer);
  expect(total).toBeGreaterThan(1100);
  const seqs = [];
  for await (const rows of listActivity(officer, asked())) {
    seqs.push(...rows.map(({ seq }) => seq));
  }
  expect(seqs).toHaveLength(total);
  expect(new Set(seqs).size).toBe(total);
});

describe('what is restricted', () => {
  test('is in no row, no count and no file of whom it is hidden from', async () => {
    const before = await read(viewer);
    const hidden = await buildLocalAction(officer, { shortTitle: 'Nobody knows' });
    await restrict(officer, hidden, [homeId]);
    const evidence = await makeEvidence(officer, reference, { title: 'Nobody saw' });
    await hideEvidence(officer, evidence, [homeId]);
    const request = await askToRedact(
      officer,
      { table: 'Evidence', key: { id: evidence } },
      ['shows'],
      'Nobody says',
    );
    await agreeToRedact(contextOf(db, away.administrator), request);
    for (const context of [viewer, contextOf(db, home.member)]) {
      expect((await read(context, { subject: 'Nobody' })).total).toBe(0);
      expect((await read(context, { subject: hidden })).total).toBe(0);
    }
    const { query, ...after } = await read(viewer);
    expect({ query, ...after }).toEqual(before);
    const listed = [];
    for await (const rows of listActivity(viewer, asked())) listed.push(...rows);
    expect(listed).toHaveLength(before.total);
    expect(await titles(officer, { subject: 'Nobody saw' })).toEqual([
      'Redacted',
      'Evidence restricted',
      'Evidence added',
    ]);
  });

  test('an acknowledgement names what the reader may see, and is not there without', async () => {
    const [hidden, open] = [
      await buildLocalAction(officer, { shortTitle: 'Behind a door' }),
      await buildLocalAction(officer, { shortTitle: 'In front of it' }),
    ];
    await restrict(officer, hidden, [homeId]);
    const slug = await buildMeeting(contextOf(db), {
      date: '2026-12-03',
      startsAt: '14:00',
      venue: 'Town hall',
    });
    const meeting = await db.meeting.findUniqueOrThrow({ where: { slug } });
    const ids = await db.item.findMany({ where: { reference: { in: [hidden, open] } } });
    const [one = '', other = ''] = [hidden, open].map(
      (name) => `no_owner ${ids.find((item) => item.reference === name)?.id}`,
    );
    for (const to of [[one], [one, other]]) {
      await db.auditEvent.create({
        data: {
          recordedAt: NOW,
          kind: 'challenges.acknowledged',
          meetingId: meeting.id,
          changes: [{ field: 'challenges', from: null, to }],
        },
      });
    }
    const acknowledged = async (context = officer) =>
      (await read(context, { kind: 'challenges.acknowledged' })).rows.map(
        ({ changes }) => changes[0]?.to?.split('; ').length,
      );
    expect(await acknowledged()).toEqual([2, 1]);
    expect(await acknowledged(viewer)).toEqual([1]);
    expect(JSON.stringify(await read(viewer))).not.toContain('Behind a door');
  });

  test('once released, why it was is still for those who saw it then', async () => {
    const once = await buildLocalAction(officer, { shortTitle: 'Once hidden' });
    await restrict(officer, once, [homeId]);
    await release(officer, once);
    const reasons = async (context = officer) =>
      (await read(context, { subject: 'Once hidden', kind: 'item.restricted' })).rows.map(
        ({ reason }) => reason,
      );
    expect(await reasons()).toEqual(['A tender is running.']);
    expect(await reasons(viewer)).toEqual([null]);
    expect(await reasons(contextOf(db, home.member))).toEqual([null]);
  });
});

test('what lets people in is for officers and administrators', async () => {
  const administrator = { ...contextOf(db, away.administrator), caller: NO_CALLER };
  await setRoles(administrator, home.member.id, {
    roles: ['member', 'commissioner'],
    basedOn: 1,
    ...opened(),
  });
  const query = { kind: 'person.roles' };
  expect((await read(officer, query)).rows).toMatchObject([
    {
      subject: { label: 'home member' },
      changes: [{ label: 'Roles', from: 'Board member', to: 'Board member, Commissioner' }],
    },
  ]);
  for (const role of ['viewer', 'member', 'commissioner'] as const) {
    expect((await read(contextOf(db, home[role]), query)).total).toBe(0);
  }
});
