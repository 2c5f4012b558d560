import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import { createFirstAdministrator } from '@/lib/data/first-administrator';
import { retireGrouping } from '@/lib/data/groupings';
import { cancelMeeting } from '@/lib/data/meetings';
import { londonDay } from '@/lib/domain/dates';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { ITEM_KINDS, type ItemKind } from '@/lib/domain/item';
import { type PersonActor, ROLES } from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting, buildObjective } from '@/seed/builders/board';
import { buildDoneAction, buildMeetingAction, buildMinutes } from '@/seed/builders/meeting-records';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { type Actors, contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { allows, DESIGN } from '../support/design-table';
import {
  bringTo,
  hideEvidence,
  makeChallenges,
  makeEvidence,
  makePaper,
  makeRedaction,
  makeRedactor,
  restrict,
  type Stage,
} from '../support/make';
import { BEFORE, makeIssue } from '../support/papers';
import { makePeople } from '../support/people';
import { digest } from '../support/whole-database';
import type { Target, Write } from '../support/write';
import { opening, writesOf } from '../support/writes';

const { db } = await testDatabase();
const system = contextOf(db);

const actors: Actors = await makeActors(db);
const somebody = await buildAccount(system, {
  email: 'somebody@else.example',
  name: 'Somebody else',
  position: 'Officer',
  roles: ['member'],
  organisationId: actors.awayId,
});
const recommendation = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
const WRITES = writesOf({
  ownerId: actors.away.commissioner.id,
  organisationId: actors.homeId,
  recommendationId: recommendation.id,
});

const ofItems = ({ to }: Write) => to === 'item' || to === 'evidence';
const held = (date: string) => buildMeeting(system, { date, startsAt: '14:00', venue: 'Hall' });
const pastMeeting = await held('2026-09-03');
const actionsOf = async (ownerId: string) => ({
  meetingAction: await buildMeetingAction(system, pastMeeting, ownerId),
  doneMeetingAction: await buildDoneAction(system, pastMeeting, ownerId),
});
const owned = (write: Write) => ofItems(write) || write.to === 'meeting action';
const meetings = {
  pastMeeting,
  minutedMeeting: await held('2026-06-04'),
  paperMeeting: await makePaper(system, '2027-09-02'),
  issuedMeeting: pastMeeting,
  ...(await actionsOf(somebody.id)),
  seat: somebody.id,
  people: await makePeople(db, 'tried', NOW),
  meeting: await buildMeeting(system, { date: '2027-03-04', startsAt: '14:00', venue: 'Hall' }),
  cancelledMeeting: await buildMeeting(system, {
    date: '2027-06-03',
    startsAt: '14:00',
    venue: 'Hall',
  }),
  heldMeeting: await buildMeeting(system, {
    date: londonDay(NOW),
    startsAt: '09:00',
    venue: 'Hall',
  }),
  redactionId: await makeRedaction(contextOf(db, await makeRedactor(system)), 'R1'),
};
// Before anything else here was recorded: a paper that shows a first due date keeps it.
await makeIssue({ ...system, now: BEFORE }, pastMeeting);
const reading = {
  source: await buildSource(system, { prefix: 'NA' }),
  ownRecommendation: await buildRecommendation(system, 'NA'),
  grouping: await buildObjective(system, 'In use'),
  retiredGrouping: await buildObjective(system, 'Retired'),
};
const challenges = await makeChallenges(system, meetings.heldMeeting);
const elsewhere = { ...meetings, ...reading, challenges };
await retireGrouping(system, reading.retiredGrouping, { ...opened(), basedOn: 1, reason: 'Done' });
await buildMinutes(system, meetings.minutedMeeting, 'Draft words');
await cancelMeeting(system, meetings.cancelledMeeting, { ...opened(), basedOn: 1, reason: 'Snow' });

/** Whose item it is, seen from the person who tries. */
const WHOSE = ['mine', 'somebody’s', 'nobody’s'] as const;
type Whose = (typeof WHOSE)[number];
interface Place {
  kind: ItemKind;
  whose: Whose;
  /** Whether they added its evidence. */
  added: boolean;
  restricted: boolean;
  stage?: Stage;
}
const TARGETS = new Map<string, Target>();
const key = (actor: PersonActor, { kind, whose, added, restricted, stage = 'open' }: Place) =>
  [actor.id, kind, whose, added, restricted, stage].join(' ');

async function makeItem(
  reference: string,
  ownerId: string | null,
  restricted: boolean,
): Promise<string> {
  if (ownerId) await own(system, reference, { ownerId, leadOrganisationId: undefined });
  await rate(system, reference, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
  if (restricted) await restrict(system, reference);
  return reference;
}

/**
 * Items with a proposal that waits, by each person and by others, and items that are closed.
 * Whose proposal it is matters to local actions alone: the others have one for everybody.
 */
async function makeStages(kind: ItemKind, next: () => Promise<string>): Promise<void> {
  const local = kind === 'local_action';
  const one = async (stage: Stage, ownerId: string | null, by = system) => {
    const reference = await makeItem(await next(), ownerId, false);
    await bringTo(stage, system, reference, meetings.heldMeeting, by);
    return { reference, evidenceId: randomUUID(), ...elsewhere };
  };
  const proposed = local ? null : await one('proposed', null);
  const closed = {
    'somebody’s': await one('closed', somebody.id),
    'nobody’s': await one('closed', null),
  };
  for (const role of ROLES) {
    const actor = actors.home[role];
    const owners = { mine: actor.id, 'somebody’s': somebody.id, 'nobody’s': null };
    const own = await one('closed', actor.id);
    for (const whose of WHOSE) {
      for (const added of [true, false]) {
        const place = { kind, whose, added, restricted: false };
        const by = added ? contextOf(db, { ...actor, roles: ['officer'] }) : system;
        const waiting = proposed ?? (await one('proposed', owners[whose], by));
        TARGETS.set(key(actor, { ...place, stage: 'proposed' }), waiting);
        if (local) {
          const asked = await one('asked', owners[whose], by);
          TARGETS.set(key(actor, { ...place, stage: 'asked' }), asked);
        }
        const target = whose === 'mine' ? own : closed[whose];
        TARGETS.set(key(actor, { ...place, stage: 'closed' }), target);
      }
    }
  }
}

/** Items enough for everybody, rated, with a date, and evidence of theirs and of others. */
beforeAll(async () => {
  const actionsOfRole = new Map<string, Awaited<ReturnType<typeof actionsOf>>>();
  for (const role of ROLES) {
    const { id } = actors.home[role];
    actionsOfRole.set(id, await actionsOf(id));
  }
  for (const kind of ITEM_KINDS) {
    const pool = await references(kind);
    const next = async () =>
      kind === 'local_action'
        ? buildLocalAction(system, { scheduling: 'due', due: '2027-06-30' })
        : (pool.pop() ?? '');
    await makeStages(kind, next);
    const made = new Map<string, string>();
    for (const restricted of [false, true]) {
      // Only a local action is restricted itself; of the others there are not enough for two.
      const make = async (ownerId: string | null) => {
        const local = kind === 'local_action';
        const reference = local ? undefined : made.get(String(ownerId));
        const one = reference ?? (await makeItem(await next(), ownerId, restricted && local));
        made.set(String(ownerId), one);
        return one;
      };
      const shared = { 'somebody’s': await make(somebody.id), 'nobody’s': await make(null) };
      for (const role of ROLES) {
        const actor = actors.home[role];
        const items = { ...shared, mine: await make(actor.id) };
        for (const whose of WHOSE) {
          for (const added of [true, false]) {
            const reference = items[whose];
            // They added it while they still were an officer; or the system did.
            const by = added ? contextOf(db, { ...actor, roles: ['officer'] }) : system;
            const evidenceId = await makeEvidence(by, reference);
            if (restricted) await hideEvidence(system, evidenceId);
            const place = { kind, whose, added, restricted };
            const actions = whose === 'mine' ? actionsOfRole.get(actor.id) : {};
            TARGETS.set(key(actor, place), { reference, evidenceId, ...elsewhere, ...actions });
          }
        }
      }
    }
  }
}, 60_000);

async function references(kind: ItemKind): Promise<string[]> {
  const items = await db.item.findMany({
    where: { kind, rated: true },
    orderBy: { ordinal: 'asc' },
  });
  return items.map((one) => one.reference);
}

class Allowed extends Error {}
/** The same database, but a change that gets through is rolled back at its end. */
const dry: Database = new Proxy(db, {
  get: (target, name) =>
    name === '$transaction'
      ? (run: (tx: unknown) => Promise<unknown>, options: object) =>
          target.$transaction(async (tx) => {
            await run(tx);
            throw new Allowed();
          }, options)
      : Reflect.get(target, name),
});

async function outcome(write: Write, context: Context, target: Target): Promise<string> {
  const sent = await opening(db, write, target);
  try {
    await write.run(context, target, sent, 'Words');
  } catch (error) {
    if (error instanceof Allowed) return 'allowed';
    if (error instanceof NotAllowedError) return 'not allowed';
    if (error instanceof NotFoundError) return 'not found';
    throw error;
  }
  return 'written';
}

describe('who may do what', () => {
  // Who added its evidence, or proposed it, matters to two rows of the table.
  const addings = ({ row }: Write) =>
    ['withdrawEvidence', 'withdrawProposal', 'withdrawQuestion'].includes(row)
      ? [true, false]
      : [false];

  async function attempt(write: Write, actor: PersonActor, cell: string, refusal: string) {
    for (const kind of write.kinds) {
      for (const whose of owned(write) ? WHOSE : (['nobody’s'] as const)) {
        for (const added of addings(write)) {
          const { restricted = false, stage } = write;
          const place = { kind, whose, added, restricted, stage };
          const target = TARGETS.get(key(actor, place));
          if (!target) throw new Error('no such target');
          const may = allows(cell, { kind, own: whose === 'mine', added });
          // What should be refused is tried for good; the rest is undone.
          const is = await outcome(write, contextOf(may ? dry : db, actor), target);
          const about = { by: actor.name, ...place };
          expect({ ...about, is }).toEqual({ ...about, is: may ? 'allowed' : refusal });
        }
      }
    }
  }

  test.each(WRITES)('$name', async (write) => {
    const before = await digest(db);
    for (const [column, role] of ROLES.entries()) {
      // What is restricted is not there at all for a viewer.
      const refusal = write.restricted && role === 'viewer' ? 'not found' : 'not allowed';
      await attempt(write, actors.home[role], DESIGN[write.row][column] ?? '', refusal);
    }
    expect(await digest(db)).toEqual(before);
  });
});

describe('what is not there', () => {
  const about = WRITES.filter(ofItems);

  test.each(about)('$name: unknown, to everybody', async (write) => {
    for (const actor of [...Object.values(actors.home), system.actor]) {
      for (const evidenceId of [randomUUID(), 'nonsense', '']) {
        const target = { reference: 'A9999', evidenceId, ...elsewhere };
        const sent = { submissionId: randomUUID(), basedOn: 1 };
        await expect(write.run(contextOf(db, actor), target, sent, 'x')).rejects.toThrow(
          NotFoundError,
        );
      }
    }
  });

  const local = about.filter((write) => write.kinds.includes('local_action'));
  test.each(local)('$name: restricted, to whom it is hidden from', async (write) => {
    const reference = await makeItem(
      await buildLocalAction(system, { scheduling: 'due', due: '2027-06-30' }),
      actors.home.member.id,
      false,
    );
    const evidenceId = await makeEvidence(system, reference);
    const target = { reference, evidenceId, ...elsewhere };
    await bringTo(write.stage ?? 'open', system, reference, meetings.heldMeeting);
    await restrict(system, reference, [actors.homeId]);
    const before = await digest(db);
    for (const actor of [...Object.values(actors.home), actors.away.viewer]) {
      expect(await outcome(write, contextOf(db, actor), target)).toBe('not found');
    }
    expect(await digest(db)).toEqual(before);
    // Its being restricted is the reason: others are told whether they may.
    if (!write.restricted) {
      const cell = DESIGN[write.row][ROLES.indexOf('officer')] ?? '';
      const may = allows(cell, { kind: 'local_action', own: false, added: false });
      const is = await outcome(write, contextOf(may ? dry : db, actors.away.officer), target);
      expect(is).toBe(may ? 'allowed' : 'not allowed');
    }
  });

  const evidence = about.filter((write) => write.to === 'evidence');
  test.each(evidence)('$name: evidence hidden on an item that is not', async (write) => {
    const evidenceId = await makeEvidence(system, 'R1');
    const target = { reference: 'R1', evidenceId, ...elsewhere };
    await hideEvidence(system, target.evidenceId, [actors.homeId]);
    const before = await digest(db);
    for (const actor of [...Object.values(actors.home), actors.away.viewer]) {
      expect(await outcome(write, contextOf(db, actor), target)).toBe('not found');
    }
    expect(await digest(db)).toEqual(before);
  });

  const ofOtherKinds = about.filter((write) => write.to === 'item' && write.kinds.length < 3);
  test.each(ofOtherKinds)('$name: of another kind', async (write) => {
    for (const kind of ITEM_KINDS.filter((one) => !write.kinds.includes(one))) {
      const target = TARGETS.get(
        key(actors.home.officer, { kind, whose: 'mine', added: true, restricted: false }),
      );
      if (!target) throw new Error('no such target');
      expect(await outcome(write, contextOf(db, actors.home.officer), target)).toBe('not found');
    }
  });
});

test('only the system makes an administrator', async () => {
  const before = await digest(db);
  for (const actor of Object.values(actors.home)) {
    const form = { email: 'new@admin.example', name: 'N', position: 'P' };
    await expect(createFirstAdministrator(contextOf(db, actor), form)).rejects.toThrow(
      NotAllowedError,
    );
  }
  expect(await digest(db)).toEqual(before);
});

test('somebody without any role may do nothing and read nothing', async () => {
  const before = await digest(db);
  const actor = { ...actors.home.officer, roles: [] };
  for (const write of WRITES) {
    const kind = write.kinds[0] ?? 'local_action';
    const { stage } = write;
    const place = { kind, whose: 'mine', added: true, restricted: false, stage } as const;
    const target = TARGETS.get(key(actors.home.officer, place));
    if (!target) throw new Error('no such target');
    const is = await outcome(write, contextOf(db, actor), target);
    expect({ write: write.name, is }).toEqual({ write: write.name, is: 'not allowed' });
  }
  expect(await digest(db)).toEqual(before);
});
