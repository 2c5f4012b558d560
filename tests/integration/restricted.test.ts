import { beforeAll, describe, expect, test } from 'vitest';
import { getHistory } from '@/lib/data/history';
import { getItem } from '@/lib/data/item-view';
import { getRegister } from '@/lib/data/register';
import { londonDay } from '@/lib/domain/dates';
import { systemActor } from '@/lib/domain/permissions';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEverything } from '../support/hidden';
import { hideEvidence, makeEvidence, release, showEvidence } from '../support/make';
import { type Asked, readEverything, registerQuery } from '../support/reads';

/** In every word of what is restricted, and nowhere else. */
const CANARY = 'zyxomma';

const { db } = await testDatabase();
const { home, away, homeId, awayId } = await makeActors(db);
const officer = contextOf(db, away.officer);
const item = (reference: string) => db.item.findUniqueOrThrow({ where: { reference } });
const [r1, _c2, theme] = [
  await item('R1'),
  await item('C2'),
  await db.grouping.findFirstOrThrow({ where: { kind: 'theme' } }),
];

/** What people read before there is anything to hide. */
const open = await buildLocalAction(officer, {
  shortTitle: 'Open to all',
  ownerId: home.member.id,
  itemIds: [r1.id],
  groupingIds: [theme.id],
});
const held = await buildMeeting(contextOf(db), {
  date: londonDay(NOW),
  startsAt: '09:00',
  venue: 'Hall',
});
const openEvidence = await makeEvidence(officer, open, { reviewOn: '2026-12-01' });
const asked = {
  references: [open, 'R1', 'C2'],
  evidenceIds: [openEvidence],
  personIds: [home.member.id, away.officer.id],
  queries: [
    {},
    { q: CANARY },
    { rag: ['red'] },
    { owner: [home.member.id] },
    { lead: [awayId] },
    { theme: [theme.code] },
    { recommendation: ['R1'] },
    { schedule: ['overdue'] },
    { evidence: ['current'] },
    { evidence: ['out_of_date'] },
    { lifecycle: ['open', 'withdrawn'] },
    { sort: 'updated', order: 'down' },
    { sort: 'evidence' },
  ],
  otherQueries: [{}, { q: CANARY }, { owner: [home.member.id] }, { evidence: ['current'] }],
} satisfies Asked;

const HIDDEN_FROM = {
  'a viewer': home.viewer,
  'a viewer elsewhere': away.viewer,
  'a member of where it is hidden from': home.member,
  'a commissioner of there': home.commissioner,
  'an officer of there': home.officer,
  'an administrator of there': home.administrator,
  'somebody there with two roles': { ...home.member, roles: ['viewer', 'officer'] as const },
  'an officer of no organisation': { ...home.officer, organisationId: null },
};
const SEEN_BY = {
  'a member elsewhere': away.member,
  'an administrator elsewhere': away.administrator,
  'somebody elsewhere with two roles': { ...away.viewer, roles: ['viewer', 'member'] as const },
  'the system': systemActor,
};

type Everything = Awaited<ReturnType<typeof readEverything>>;
const before: Record<string, Everything> = {};
const hidden = { reference: '', evidenceIds: [] as string[] };

/** What was there before is read the same, and nothing of what is restricted is in it. */
function expectNothingOf(now: Everything, then: Everything | undefined) {
  expect(now).toEqual(then);
  // What was searched for is handed back with what was found.
  const searched = Object.entries(now).filter(([name]) => !name.includes(CANARY));
  const text = JSON.stringify(Object.fromEntries(searched));
  for (const secret of [CANARY, `"${hidden.reference}"`, ...hidden.evidenceIds]) {
    expect(text).not.toContain(secret);
  }
}

beforeAll(async () => {
  // Drafts of papers are for nobody from whom anything is hidden, so something is from the start.
  await hideEvidence(officer, await makeEvidence(officer, 'C3.1'), [homeId]);
  for (const [who, actor] of Object.entries(HIDDEN_FROM)) {
    before[who] = await readEverything(contextOf(db, actor), asked);
  }
  Object.assign(
    hidden,
    await hideEverything({ officer, home, away, homeId, awayId }, CANARY, open, held),
  );
});

describe('to whom it is hidden from', () => {
  test.each(Object.keys(HIDDEN_FROM))(
    '%s reads what there was before, and no more',
    async (who) => {
      const actor = HIDDEN_FROM[who as keyof typeof HIDDEN_FROM];
      const context = contextOf(db, actor);
      expectNothingOf(await readEverything(context, asked), before[who]);
      // Asked for by name, it is not found.
      const named = await readEverything(context, {
        references: [hidden.reference],
        evidenceIds: hidden.evidenceIds,
        personIds: [],
        queries: [],
        otherQueries: [],
      });
      const own = Object.entries(named).filter(([name]) =>
        /^(getItem|getHistory|getEv|open)/.test(name),
      );
      expect(own).toHaveLength(3 + 2 * hidden.evidenceIds.length);
      expect(own.filter(([, read]) => read !== 'not found')).toEqual([]);
    },
  );

  test('the numbers are theirs too', async () => {
    const [mine] = before['a member of where it is hidden from']
      ? [contextOf(db, home.member)]
      : [];
    if (!mine) throw new Error('not read');
    const register = await getRegister(mine, 'local_action', registerQuery());
    expect([register.all, register.total, register.rows.length]).toEqual([1, 1, 1]);
    expect((await getItem(mine, 'R1')).localActions.map((one) => one.reference)).toEqual([open]);
    expect((await getItem(mine, 'R1')).evidence).toBe('none');
    expect((await getItem(mine, open)).next).toBeNull();
  });
});

describe('to everybody else', () => {
  test.each(Object.entries(SEEN_BY))('%s sees it wherever it belongs', async (_, actor) => {
    const context = contextOf(db, actor);
    const all = await readEverything(context, {
      ...asked,
      references: [...asked.references, hidden.reference],
      evidenceIds: [...asked.evidenceIds, ...hidden.evidenceIds],
    });
    const shows = (name: string) =>
      JSON.stringify(all[name] ?? `no ${name}`)
        .replace(`"q":"${CANARY}"`, '')
        .includes(CANARY);
    const register = (query: object) => `getRegister local_action ${JSON.stringify(query)} 1`;
    const places = [
      'getDashboard',
      'listChallenges',
      register({}),
      register({ q: CANARY }),
      register({ rag: ['red'] }),
      register({ owner: [home.member.id] }),
      register({ recommendation: ['R1'] }),
      register({ schedule: ['overdue'] }),
      `getItem ${hidden.reference}`,
      `getHistory ${hidden.reference} 1`,
      'getItem R1',
      'getHistory R1 1',
      'getItem C2',
      `getItem ${open}`,
      `getPerson ${home.member.id}`,
      ...hidden.evidenceIds.map((id) => `getEvidence ${id}`),
      `openEvidenceFile ${hidden.evidenceIds[3]}`,
    ];
    expect(places.filter((place) => !shows(place))).toEqual([]);
    expect((await getItem(context, 'R1')).evidence).toBe('current');
    expect((await getItem(context, open)).next).toBe(hidden.reference);
  });
});

test('released, everybody reads it', async () => {
  await release(officer, hidden.reference);
  for (const id of hidden.evidenceIds.slice(1)) await showEvidence(officer, id);
  for (const actor of Object.values(HIDDEN_FROM)) {
    const context = contextOf(db, actor);
    const register = await getRegister(context, 'local_action', registerQuery({ q: CANARY }));
    expect(register.rows.map((row) => row.reference)).toEqual([hidden.reference]);
    const r1View = await getItem(context, 'R1');
    expect(r1View.localActions.map((one) => one.reference)).toContain(hidden.reference);
    expect(r1View.evidence).toBe('current');
    expect(JSON.stringify(r1View.evidenceList)).toContain(CANARY);
    // But not why it had been hidden from them.
    const history = JSON.stringify(await getHistory(context, hidden.reference, 1));
    expect(history).toContain('Restricted');
    expect(history).not.toContain('A tender is running.');
  }
  const seen = await getHistory(officer, hidden.reference, 1);
  expect(JSON.stringify(seen)).toContain('A tender is running.');
});
