import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getAsAt } from '@/lib/data/as-at';
import { getBoard } from '@/lib/data/board';
import { listChallenges } from '@/lib/data/challenges';
import { change } from '@/lib/data/change';
import type { Context } from '@/lib/data/context';
import { renameGrouping, restoreGrouping, retireGrouping } from '@/lib/data/groupings';
import { getItem } from '@/lib/data/item-view';
import { cancelMeeting, editMeeting } from '@/lib/data/meetings';
import { getMeeting, listMeetings } from '@/lib/data/meetings-view';
import { getRegister } from '@/lib/data/register';
import { restrictItem } from '@/lib/data/restrictions';
import { nameBoard, setDateRules, setRagKey } from '@/lib/data/settings';
import { editSource } from '@/lib/data/sources';
import { addDays, londonDay } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { buildMeeting, buildObjective } from '@/seed/builders/board';
import { buildLocalAction, opened, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { contextOf, makeActors } from '../support/actors';
import { seenAt } from '../support/as-at-views';
import { testDatabase } from '../support/database';
import { happen, stockOf } from '../support/history-of-writes';
import { acknowledge, makeEvidence, release, restriction, withdraw } from '../support/make';
import { randomFrom } from '../support/random';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
const actors = await makeActors(db);
const START = new Date('2027-03-26T09:00:00Z');
const officer = (now: Date) => contextOf(db, actors.home.officer, now);
const past = (now: Date, actor = actors.home.officer): Context => ({
  ...contextOf(db, actor, now),
  asAt: true,
});

const theTheme = () =>
  db.grouping.findFirstOrThrow({ where: { code: 'leadership-accountability' } });

/** Names, meetings and settings change too. What no form does yet is written as it will be. */
const AROUND: Record<string, (context: Context, word: string, pick: number) => Promise<unknown>> = {
  renamePerson: async (context, name) => {
    const { id, version, position, organisationId } = await db.person.findUniqueOrThrow({
      where: { id: actors.home.member.id },
    });
    const next = { version: version + 1, name, position, organisationId };
    await db.personVersion.create({ data: { personId: id, recordedAt: context.now, ...next } });
    return db.person.update({ where: { id }, data: next });
  },
  renameOrganisation: async (context, name) => {
    const { id, version, shortName } = await db.organisation.findUniqueOrThrow({
      where: { id: actors.homeId },
    });
    const next = { version: version + 1, name, shortName };
    await db.organisationVersion.create({
      data: { organisationId: id, recordedAt: context.now, ...next },
    });
    return db.organisation.update({ where: { id }, data: next });
  },
  renameGrouping: async (context, name) => {
    const { id, version } = await theTheme();
    const form = { ...opened(), basedOn: version, reason: name };
    return renameGrouping(context, id, { ...form, name });
  },
  retireGrouping: async (context, reason) => {
    const { id, version, retired } = await theTheme();
    const form = { ...opened(), basedOn: version, reason };
    return (retired ? restoreGrouping : retireGrouping)(context, id, form);
  },
  addObjective: (context, name) => buildObjective(context, name),
  changeSource: async (context, title, pick) => {
    const source = await db.source.findUnique({ where: { prefix: 'N' } });
    if (!source) return buildSource(context, { prefix: 'N', title });
    if (pick % 2 === 0) return buildRecommendation(context, 'N', { shortTitle: title });
    const form = { ...opened(), basedOn: source.version, publisher: title, year: '2027' };
    return editSource(context, 'N', { ...form, title, month: undefined });
  },
  acknowledge: async (context, word) => {
    const { meeting, lines } = await listChallenges(context);
    const line = lines.find(({ acknowledged }) => !acknowledged);
    if (meeting && line) await acknowledge(context, meeting.slug, line.reference, word, line.rule);
  },
  changeSettings: async (context, word, pick) => {
    const by = { ...context, actor: actors.home.administrator };
    const { version, areas, ragKey } = await getBoard(by);
    const form = { ...opened(), basedOn: version };
    if (pick % 3 === 0) return nameBoard(by, { ...form, name: word, areas: [...areas, word] });
    if (pick % 3 === 1) {
      const recommendation = { ...ragKey.recommendation, green: word };
      return setRagKey(by, { ...form, ...ragKey, recommendation });
    }
    return setDateRules(by, {
      ...form,
      dueSoonDays: 1 + (pick % 365),
      updatesDueDays: 6 + (pick % 20),
      papersIssuedDays: pick % 6,
      reviewMonths: 1 + (pick % 24),
    });
  },
  addMeeting: (context, venue, pick) =>
    buildMeeting(context, {
      date: addDays(londonDay(context.now), (pick % 200) - 50),
      startsAt: `${String(pick % 24).padStart(2, '0')}:00`,
      venue,
    }),
  moveMeeting: async (context, venue, pick) => {
    const to = (await listMeetings(context)).filter(({ state }) => state === 'to_come');
    const meeting = to[pick % Math.max(1, to.length)];
    if (!meeting) return;
    const { slug, version, startsAt } = await getMeeting(context, meeting.slug);
    const date = addDays(londonDay(context.now), pick % 90);
    const form = { ...opened(), basedOn: version, date, startsAt, venue };
    return pick % 3 === 0
      ? cancelMeeting(context, slug, { ...opened(), basedOn: version, reason: venue })
      : editMeeting(context, slug, form);
  },
};
const TO_ITEMS = `rate keep own plan role respond position show withdrawEvidence edit link retitle
  ask reply drop
  map answer read
  create withdraw`.split(/\s+/);

const operation = fc.record({
  name: fc.constantFrom(...TO_ITEMS, ...Object.keys(AROUND)),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  /** Minutes since the one before: none at all, or days. */
  after: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ max: 5000, min: 600 }),
  ),
  look: fc.boolean(),
});

async function perform(
  context: Context,
  { name, seed }: { name: string; seed: number },
  items: string[],
) {
  const random = randomFrom(seed);
  const around = AROUND[name];
  if (around) {
    const word = Array.from({ length: 6 }, () => random.pick([...'abcdef'])).join('');
    return around(context, word, seed).catch((error: unknown) => {
      if (!(error instanceof RuleError)) throw error;
    });
  }
  const stock = { ...(await known(context)), random, items };
  return happen(context, name, stock);
}
let stocked: Awaited<ReturnType<typeof stockOf>> | undefined;
async function known(context: Context) {
  stocked ??= await stockOf({ ...context, now: START }, actors, randomFrom(1));
  return stocked;
}

test('whatever happens and whenever, what was seen at a moment is seen as at that moment', async () => {
  const { items } = await known(officer(START));
  // Time goes on from one sequence to the next: the register is the same one.
  let clock = START.getTime() + 60_000;
  let looks = 0;
  const happened = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 14 }), async (operations) => {
      const seen: Array<{ at: Date; of: string[]; was: unknown }> = [];
      for (const [index, one] of operations.entries()) {
        clock += one.after * 60_000;
        const context = officer(new Date(clock));
        if (await perform(context, one, items)) happened.add(one.name);
        const next = operations[index + 1];
        // Unless the next thing happens at this very moment too.
        if (one.look && next?.after !== 0) {
          const of = [...items];
          seen.push({ at: context.now, of, was: await seenAt(context, of) });
        }
      }
      for (const { at, of, was } of seen) expect(await seenAt(past(at), of)).toEqual(was);
      looks += seen.length;
      clock += 60_000;
    }),
    { numRuns: 12, seed: 20261123, endOnFailure: true },
  );
  expect(looks).toBeGreaterThan(20);
  expect(happened.size).toBeGreaterThan(14);
}, 240_000);

describe('access follows the present', () => {
  const now = new Date('2028-01-10T10:00:00Z');
  const then = past(new Date('2028-01-11T10:00:00Z'));

  test('what is restricted now was never there, for those it is hidden from', async () => {
    const reference = await buildLocalAction(officer(now), { shortTitle: 'Buy the old chapel' });
    const evidence = await makeEvidence(officer(now), reference, { title: 'The price' });
    const later = officer(new Date('2028-02-01T10:00:00Z'));
    const asSeen = async (actor = actors.home.viewer) =>
      JSON.stringify(await seenAt({ ...then, actor }, [reference]));
    expect(await asSeen()).toContain('Buy the old chapel');
    expect(await asSeen()).toContain('The price');
    await restrictItem(later, reference, restriction([actors.awayId], { review: '2029-01-01' }));
    for (const actor of [actors.home.viewer, actors.away.officer]) {
      expect(await asSeen(actor)).not.toContain('Buy the old chapel');
      expect(await asSeen(actor)).not.toContain('The price');
    }
    expect(await asSeen(actors.home.member)).toContain('Buy the old chapel');
    await release(later, reference);
    expect(await asSeen()).toContain('Buy the old chapel');
    await withdraw(later, evidence);
    // Withdrawn since: it still stood then.
    expect(await asSeen()).toContain('The price');
  });
});

test('nothing can be written to the past', async () => {
  const before = await db.auditEvent.count();
  const context = past(new Date('2028-01-11T10:00:00Z'), actors.home.officer);
  await expect(buildLocalAction(context)).rejects.toThrow('The past cannot be written to');
  await expect(
    change(
      context,
      null,
      async () => 'x',
      () => 'x',
    ),
  ).rejects.toThrow('past');
  expect(await db.auditEvent.count()).toBe(before);
  // And no form is offered there.
  const reference = await buildLocalAction(officer(new Date('2028-01-09T10:00:00Z')));
  expect(Object.values((await getItem(context, reference)).may)).not.toContain(true);
});

describe('what an address asks for', () => {
  const context = officer(new Date('2028-06-15T22:30:00Z'));
  const problem = async (text: string) =>
    getAsAt(context, text).then(
      () => 'shown',
      (error: unknown) => (error instanceof RuleError ? error.fields['as-at'] : String(error)),
    );

  test('a day is its end in London', async () => {
    const { asAt, context: then } = await getAsAt(context, '2028-06-01');
    expect(asAt).toEqual({ asked: '2028-06-01', day: '2028-06-01', meeting: null });
    expect(then.now.toISOString()).toBe('2028-06-01T22:59:59.999Z');
    expect((await getAsAt(context, '2028-01-20')).context.now.toISOString()).toBe(
      '2028-01-20T23:59:59.999Z',
    );
  });

  test('a meeting is the end of the day it met on, by the address of its first date', async () => {
    const before = officer(new Date('2028-03-01T10:00:00Z'));
    const slug = await buildMeeting(before, {
      date: '2028-04-06',
      startsAt: '14:00',
      venue: 'Hall',
    });
    const moved = { ...opened(), basedOn: 1, startsAt: '14:00', venue: 'Hall' };
    await editMeeting(before, slug, { ...moved, date: '2028-04-20' });
    const { asAt, context: then } = await getAsAt(context, `meeting:${slug}`);
    expect(asAt).toMatchObject({ day: '2028-04-20', meeting: { slug, date: '2028-04-20' } });
    expect(londonDay(then.now)).toBe('2028-04-20');
  });

  test('a change just before midnight in London is in, one just after is not', async () => {
    const reference = await buildLocalAction(officer(new Date('2028-05-01T10:00:00Z')));
    const say = (headline: string, at: string) =>
      rate(officer(new Date(at)), reference, {
        rag: 'green',
        headline,
        words: 'w',
        recovery: undefined,
      });
    await say('Before midnight', '2028-05-10T22:59:59.999Z');
    await say('After midnight', '2028-05-10T23:00:00.000Z');
    const { context: then } = await getAsAt(context, '2028-05-10');
    const query = registerQuery({ q: reference });
    const { rows } = await getRegister(then, 'local_action', query);
    expect(rows.map(({ headline }) => headline)).toEqual(['Before midnight']);
  });

  test.each([
    ['2028-02-30', 'That is no date. Enter one like 2026-06-25, or choose a meeting'],
    ['nonsense', 'That is no date. Enter one like 2026-06-25, or choose a meeting'],
    ["'; DROP TABLE", 'That is no date. Enter one like 2026-06-25, or choose a meeting'],
    ['meeting:', 'That is no date. Enter one like 2026-06-25, or choose a meeting'],
    ['2028-06-16', '16 June 2028 is still to come'],
    ['meeting:2028-01-01', 'There is no such meeting'],
  ])('%s: %s', async (text, sentence) => {
    expect(await problem(text)).toBe(sentence);
  });

  test('before the start, a meeting to come, one that was cancelled', async () => {
    expect(await problem('2001-01-01')).toMatch(
      /^The register begins on .*; there is nothing before$/,
    );
    const future = await buildMeeting(context, {
      date: '2028-07-06',
      startsAt: '14:00',
      venue: 'Hall',
    });
    expect(await problem(`meeting:${future}`)).toBe(
      'The day of the meeting of 6 July 2028 has not ended yet',
    );
    await cancelMeeting(context, future, { ...opened(), basedOn: 1, reason: 'x' });
    expect(await problem(`meeting:${future}`)).toBe('The meeting of 6 July 2028 was cancelled');
  });
});
