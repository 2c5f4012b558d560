import { beforeAll, describe, expect, test } from 'vitest';
import { takeBackAcknowledgement } from '@/lib/data/acknowledgements';
import { listChallenges, listChallengesOf } from '@/lib/data/challenges';
import type { Context } from '@/lib/data/context';
import { getItem } from '@/lib/data/item-view';
import { cancelMeeting } from '@/lib/data/meetings';
import { setOurRole } from '@/lib/data/status-updates';
import { endOfDay } from '@/lib/domain/as-at';
import { RuleError } from '@/lib/domain/errors';
import type { CreateLocalAction } from '@/lib/domain/local-action';
import type { PickableRag } from '@/lib/domain/rag';
import { buildMeeting } from '@/seed/builders/board';
import { askToClose, takeBack } from '@/seed/builders/decisions';
import {
  buildLocalAction,
  formOn,
  keepRating,
  opened,
  own,
  plan,
  rate,
} from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import {
  acknowledge,
  close,
  hideEvidence,
  makeEvidence,
  restrict,
  withdraw,
} from '../support/make';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const at = (day: string, actor = home.officer) =>
  contextOf(db, actor, new Date(`${day}T10:00:00Z`));
const now = at('2026-11-23');
const viewer = at('2026-11-23', home.viewer);
/** Where the reference content came into the register, and every action here. */
const START = '2026-11-23';

const fired = async (context: Context, reference: string) =>
  (await listChallengesOf(context, reference)).lines.map(({ rule }) => rule);
const sentence = async (context: Context, reference: string, rule: string) =>
  (await listChallengesOf(context, reference)).lines.find((line) => line.rule === rule)?.sentence;
const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const say = (day: string, reference: string, rag: PickableRag, words = `${rag} on ${day}`) =>
  rate(at(day), reference, { rag, headline: rag, words, recovery: 'Help' });

const openAgain = (context: Context, slug: string, reference: string) =>
  takeBackAcknowledgement(context, {
    ...opened(),
    meeting: slug,
    challenge: { rule: 'no_owner', reference },
    reason: 'It was filled',
  });

/** An action in the register since its beginning, which keeps every rule that day. */
async function sound(more: Partial<CreateLocalAction> = {}): Promise<string> {
  const context = at(START);
  const reference = await buildLocalAction(context, {
    ownerId: home.member.id,
    scheduling: 'due',
    due: '2027-12-31',
    ...more,
  });
  await say(START, reference, 'green');
  return reference;
}

const MEETINGS = ['2026-12-03', '2027-03-04', '2027-06-03', '2027-09-02', '2027-12-02'] as const;
const meeting: Record<string, string> = {};
beforeAll(async () => {
  for (const date of MEETINGS) {
    meeting[date] = await buildMeeting(now, { date, startsAt: '14:00', venue: 'Hall' });
  }
});

describe('rules fire on what was recorded', () => {
  test('a new action: no owner, not rated, no date', async () => {
    const reference = await buildLocalAction(now);
    expect(await fired(now, reference)).toEqual(['no_owner', 'not_rated', 'no_date']);
    expect(await fired(now, await sound())).toEqual([]);
  });

  test('no update since the last meeting, from 21 days before updates are due', async () => {
    const reference = await sound();
    // One meeting was held, and updates for the next, on 4 March, are due on 18 February.
    const rule = 'no_update';
    expect(await fired(at('2027-01-27'), reference)).not.toContain(rule);
    expect(await sentence(at('2027-01-28'), reference, rule)).toBe(
      'Last updated on 23 November 2026, and not since the meeting of 3 December 2026',
    );
    // At the first meeting the rule is off, also after its deadline.
    expect(await fired(at('2026-12-03'), reference)).toEqual([]);
    await keepRating(at('2027-02-01'), reference, { nextStep: 'x', words: undefined });
    expect(await fired(at('2027-02-02'), reference)).not.toContain(rule);
    // Two were held: until the next deadline is near, the one before counts.
    expect(await fired(at('2027-04-01'), reference)).not.toContain(rule);
    expect(await fired(at('2027-05-20'), reference)).toContain(rule);
  });

  test('a meeting that was cancelled was none', async () => {
    const reference = await sound();
    const slug = await buildMeeting(now, { date: '2026-12-01', startsAt: '9:00', venue: 'Hall' });
    // Two were held, and updates for the next are not due soon: it counts from the first.
    const later = at('2027-01-27');
    expect((await listChallenges(later)).since).toBe('2026-12-01');
    expect(await fired(later, reference)).toEqual(['no_update', 'green_without_evidence']);
    await cancelMeeting(now, slug, { ...opened(), basedOn: 1, reason: 'Snow' });
    expect((await listChallenges(later)).since).toBeNull();
    expect(await fired(later, reference)).toEqual([]);
  });

  test('Amber three meetings running, Red two with no new words', async () => {
    const [amber, red] = [await sound(), await sound()];
    // On the day of a meeting it counts as at that meeting; a day later it does not.
    const late = await sound();
    await say('2026-12-03', amber, 'amber');
    await say('2026-12-04', late, 'amber');
    await say('2027-03-01', red, 'red', 'The same words');
    expect(await fired(at('2027-06-03'), amber)).not.toContain('amber_three_meetings');
    expect(await sentence(at('2027-06-04'), amber, 'amber_three_meetings')).toBe(
      'Amber at the meetings of 3 December 2026, 4 March 2027 and 3 June 2027, and still Amber',
    );
    expect(await fired(at('2027-06-04'), late)).not.toContain('amber_three_meetings');
    // Said again in the same words, or without any, nothing new was said.
    await say('2027-05-03', red, 'red', ' The same words ');
    await keepRating(at('2027-05-10'), red, { nextStep: 'Wait', words: undefined });
    expect(await fired(at('2027-06-03'), red)).not.toContain('red_without_words');
    expect(await sentence(at('2027-06-04'), red, 'red_without_words')).toBe(
      'Red at the meetings of 4 March 2027 and 3 June 2027, with nothing new said since 1 March 2027',
    );
    await keepRating(at('2027-06-10'), red, { nextStep: 'Wait', words: 'Something new' });
    expect(await fired(at('2027-06-11'), red)).not.toContain('red_without_words');
  });

  test('Green but overdue, Green with no current evidence, moved, and funding that ends', async () => {
    const late = await sound({ due: '2027-02-01', fundedUntil: '2027-01-31' });
    expect(await fired(now, late)).toEqual(['funding_ends_first']);
    expect(await fired(at('2026-12-02'), late)).not.toContain('green_without_evidence');
    expect(await fired(at('2026-12-03'), late)).toContain('green_without_evidence');
    expect(await fired(at('2027-02-01'), late)).not.toContain('green_overdue');
    expect(await fired(at('2027-02-02'), late)).toContain('green_overdue');
    const evidenceId = await makeEvidence(at('2026-12-03'), late, { reviewOn: '2027-01-10' });
    expect(await fired(at('2027-01-10'), late)).not.toContain('green_without_evidence');
    expect(await sentence(at('2027-01-11'), late, 'green_without_evidence')).toBe(
      'Green: its due date, 1 February 2027, is in 21 days; its evidence was to be reviewed by 10 January 2027',
    );
    await withdraw(at('2027-01-12'), evidenceId);
    expect(await sentence(at('2027-01-12'), late, 'green_without_evidence')).toMatch(
      /it has no evidence$/,
    );

    const moved = await sound();
    for (const due of ['2027-11-30', '2027-10-31']) {
      expect(await fired(now, moved)).toEqual([]);
      await plan(now, moved, { scheduling: 'due', due, words: undefined });
    }
    expect(await sentence(now, moved, 'date_moved')).toBe(
      'Moved twice: first due on 31 December 2027, now on 31 October 2027',
    );
    expect((await getItem(now, moved)).moves).toBe(2);
  });

  test('evidence out of date or withdrawn under a proposed closure', async () => {
    const reference = await sound();
    const rule = 'closure_without_evidence';
    const [first, second] = [
      await makeEvidence(now, reference, { reviewOn: '2026-12-10' }),
      await makeEvidence(now, reference, { reviewOn: '2026-12-20' }),
    ];
    const form = { outcome: 'complete', finishedOn: '2026-11-20', reason: 'Done' } as const;
    await askToClose(at('2026-12-01'), reference, form);
    expect(await fired(at('2026-12-20'), reference)).not.toContain(rule);
    expect(await sentence(at('2026-12-21'), reference, rule)).toBe(
      'Closure proposed on 1 December 2026, but its evidence was to be reviewed by 20 December 2026',
    );
    await withdraw(at('2026-12-15'), first);
    expect(await sentence(at('2026-12-15'), reference, rule)).toBe(
      'Closure proposed on 1 December 2026, but evidence was withdrawn on 15 December 2026',
    );
    await withdraw(at('2026-12-16'), second);
    expect(await sentence(at('2026-12-16'), reference, rule)).toMatch(/on 16 December 2026$/);
    await takeBack(at('2026-12-17'), reference, 'Too soon');
    expect(await fired(at('2026-12-18'), reference)).not.toContain(rule);
    const then = { ...at('2026-12-16'), asAt: true } as const;
    expect(await fired(then, reference)).toContain(rule);
  });

  test('Deliver with no local action; Green while an action under it is Red', async () => {
    const { id } = await db.item.findUniqueOrThrow({ where: { reference: 'R8' } });
    await own(now, 'R8', { ownerId: home.member.id, leadOrganisationId: undefined });
    await say(START, 'R8', 'green');
    const role = async (ourRole: 'deliver' | 'watch') =>
      setOurRole(now, 'R8', { ourRole, words: undefined, ...(await formOn(now, 'R8')) });
    if ((await getItem(now, 'R8')).ourRole !== 'deliver') await role('deliver');
    expect(await fired(now, 'R8')).toEqual(['deliver_without_action']);
    const action = await sound({ itemIds: [id] });
    expect(await fired(now, 'R8')).toEqual([]);
    await say(START, action, 'red');
    expect(await sentence(now, 'R8', 'better_than_its_actions')).toBe(
      `Green, with 1 action behind: ${action} is Red`,
    );
    await role('watch');
    expect(await fired(at('2027-02-20'), 'R8')).not.toContain('no_update');
    // Closed as complete it is Blue, and asked this alone.
    await close(now, 'R8', 'complete', '2026-11-23');
    expect(await sentence(now, 'R8', 'better_than_its_actions')).toBe(
      `Blue, with 1 action behind: ${action} is Red`,
    );
    expect(await fired(now, 'R8')).toEqual(['better_than_its_actions']);
    await close(now, action, 'no_longer_pursued', '2026-11-23');
    expect(await fired(now, 'R8')).toEqual([]);
  });

  test('what is shown for context only is never challenged', async () => {
    const { lines } = await listChallenges(now);
    expect(lines.map(({ reference }) => reference)).toContain('C2');
    expect(lines.filter(({ reference }) => ['C1', 'C3', 'C8'].includes(reference))).toEqual([]);
  });
});

describe('links that mend it', () => {
  const linksOf = async (context: Context, reference: string) =>
    (await listChallengesOf(context, reference)).lines.map(({ mend }) => mend?.label ?? null);

  test('are given to whom may, and to nobody in the past', async () => {
    const reference = await buildLocalAction(now);
    const all = ['Assign an owner', 'Post a status update', 'Set its date'];
    expect(await linksOf(now, reference)).toEqual(all);
    expect(await linksOf(at(START, home.commissioner), reference)).toEqual(all);
    expect(await linksOf(at(START, home.member), reference)).toEqual([all[0], all[1], null]);
    expect(await linksOf(viewer, reference)).toEqual([null, null, null]);
    expect(await linksOf({ ...now, asAt: true }, reference)).toEqual([null, null, null]);
    expect((await listChallenges({ ...now, asAt: true })).mayAcknowledge).toBe(false);
    expect((await listChallenges(viewer)).mayAcknowledge).toBe(false);
  });
});

describe('what a reader may not see', () => {
  const CANARY = 'zyxomma';

  test('makes no rule fire for them, and does for others', async () => {
    await say(START, 'R9', 'green');
    const { id } = await db.item.findUniqueOrThrow({ where: { reference: 'R9' } });
    const before = await listChallenges(viewer);
    const hidden = await buildLocalAction(now, { shortTitle: CANARY, itemIds: [id] });
    const elsewhere = at(START, away.officer);
    await restrict(elsewhere, hidden, [homeId]);
    await rate(elsewhere, hidden, { rag: 'red', headline: 'h', words: CANARY, recovery: 'r' });
    await acknowledge(elsewhere, meeting['2026-12-03'] ?? '', hidden, CANARY);
    await acknowledge(
      elsewhere,
      meeting['2026-12-03'] ?? '',
      'R9',
      CANARY,
      'better_than_its_actions',
    );
    for (const reader of [viewer, at(START, home.member)]) {
      const { lines } = await listChallenges(reader);
      expect(lines.map(({ rule, reference }) => `${rule} ${reference}`)).toEqual(
        before.lines.map(({ rule, reference }) => `${rule} ${reference}`),
      );
      expect(JSON.stringify(lines)).not.toContain(CANARY);
      expect((await listChallengesOf(reader, hidden)).lines).toEqual([]);
    }
    const seen = JSON.stringify((await listChallenges(elsewhere)).lines);
    expect(seen).toContain(`${hidden} is Red`);
    expect(seen.split(CANARY).length).toBeGreaterThan(3);
    // Nor can they acknowledge what they do not see: it is as if it were not there.
    const attempt = acknowledge(now, meeting['2026-12-03'] ?? '', hidden, 'x', 'no_date');
    expect(await refusal(attempt)).toEqual({
      challenges: `${hidden}: this is no longer on the list. Choose again`,
    });
  });

  test('is no evidence for them either', async () => {
    const reference = await sound({ due: '2027-01-01' });
    await hideEvidence(at(START, away.officer), await makeEvidence(now, reference), [homeId]);
    expect(await fired(viewer, reference)).toEqual(['green_without_evidence']);
    expect(await fired(at(START, away.officer), reference)).toEqual([]);
  });

  test('nor evidence that was withdrawn', async () => {
    const reference = await sound();
    const elsewhere = at(START, away.officer);
    const evidenceId = await makeEvidence(elsewhere, reference);
    await hideEvidence(elsewhere, evidenceId, [homeId]);
    await askToClose(now, reference, { outcome: 'superseded', reason: 'Another does it' });
    await withdraw(elsewhere, evidenceId);
    expect(await fired(viewer, reference)).toEqual([]);
    expect(await fired(now, reference)).toEqual([]);
    expect(await fired(elsewhere, reference)).toEqual(['closure_without_evidence']);
  });
});

describe('as at', () => {
  test('the list is what was shown then, acknowledgements included', async () => {
    const reference = await buildLocalAction(at('2027-06-20'), { shortTitle: 'Then' });
    const then = at('2027-06-21');
    await acknowledge(then, meeting['2027-09-02'] ?? '', reference, 'Then, for this reason');
    const day = { ...now, now: endOfDay('2027-06-21') };
    const shown = await listChallenges({ ...day, asAt: true });
    // It is taken back, and then it changes.
    await openAgain(at('2027-06-22'), meeting['2027-09-02'] ?? '', reference);
    await own(at('2027-06-22'), reference, {
      ownerId: home.member.id,
      leadOrganisationId: undefined,
    });
    await say('2027-06-22', reference, 'red');
    expect(await fired(at('2027-06-23'), reference)).toEqual(['no_date']);
    expect(await listChallenges({ ...day, asAt: true })).toEqual(shown);
    const line = shown.lines.find((one) => one.reference === reference);
    expect(line).toMatchObject({
      rule: 'no_owner',
      acknowledged: { reason: 'Then, for this reason', author: { name: 'home officer' } },
    });
    expect(shown.meeting?.date).toBe('2027-09-02');
  });
});

describe('an acknowledgement', () => {
  const first = () => meeting['2026-12-03'] ?? '';
  const reasonOf = async (context: Context, reference: string) =>
    (await listChallengesOf(context, reference)).lines.map(
      ({ acknowledged }) => acknowledged?.reason ?? null,
    );
  test('is shown with the challenge, for the next meeting only', async () => {
    const reference = await buildLocalAction(now);
    await acknowledge(now, first(), reference, 'The post is vacant');
    expect(await reasonOf(viewer, reference)).toEqual(['The post is vacant', null, null]);
    expect(await reasonOf(at('2026-12-03'), reference)).toEqual(['The post is vacant', null, null]);
    expect((await reasonOf(at('2026-12-04'), reference)).filter(Boolean)).toEqual([]);
  });

  test('is taken back by a further row, and can be given again', async () => {
    const reference = await buildLocalAction(now);
    await acknowledge(now, first(), reference);
    expect(await refusal(acknowledge(now, first(), reference))).toEqual({
      challenges: `${reference}: home officer acknowledged it. Choose again`,
    });
    await openAgain(now, first(), reference);
    expect((await reasonOf(now, reference))[0]).toBeNull();
    expect(await refusal(openAgain(now, first(), reference))).toEqual({
      '': 'This is not acknowledged, or no longer on the list',
    });
    await acknowledge(now, first(), reference, 'Again');
    expect((await reasonOf(now, reference))[0]).toBe('Again');
    const rows = await db.acknowledgement.findMany({
      where: { item: { reference } },
      orderBy: { number: 'asc' },
    });
    expect(rows.map(({ number, takenBack }) => [number, takenBack])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  test('is refused for what does not fire, and for another meeting than the next', async () => {
    const reference = await sound();
    expect(await refusal(acknowledge(now, first(), reference))).toEqual({
      challenges: `${reference}: this is no longer on the list. Choose again`,
    });
    const other = meeting['2027-03-04'] ?? '';
    expect(await refusal(acknowledge(now, other, 'R2'))).toEqual({
      '': 'The next meeting is now that of 3 December 2026. Open the form again',
    });
    expect(await refusal(acknowledge(at('2028-01-01'), other, 'R2'))).toEqual({
      '': 'No meeting is set to come. Challenges are acknowledged for a meeting',
    });
    expect(await db.acknowledgement.count({ where: { item: { reference } } })).toBe(0);
  });
});
