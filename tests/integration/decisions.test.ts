import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { getDashboard } from '@/lib/data/dashboard';
import { noteDecision, recordDecisions } from '@/lib/data/decisions';
import {
  getDecision,
  getMeetingDecisions,
  listAwaiting,
  listDecisionsForOwner,
} from '@/lib/data/decisions-view';
import { getItem } from '@/lib/data/item-view';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/domain/permissions';
import { buildMeeting } from '@/seed/builders/board';
import {
  askForTime,
  askToClose,
  askToReopen,
  decideAgain,
  decideAlone,
  decideAt,
  takeBack,
} from '@/seed/builders/decisions';
import { buildLocalAction, opened, own, plan, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { makeEvidence, restrict, withdraw } from '../support/make';
import { digest } from '../support/whole-database';

const { db } = await testDatabase();
const { home, away } = await makeActors(db);
const at = (day: string) => new Date(`2026-11-${day}T10:00:00Z`);
const commissioner = contextOf(db, home.commissioner, at('02'));
const officer = contextOf(db, away.officer, at('05'));
const other = contextOf(db, home.officer, at('05'));
const meeting = await buildMeeting(contextOf(db), {
  date: '2026-11-03',
  startsAt: '14:00',
  venue: 'Hall',
});
const later = await buildMeeting(contextOf(db), {
  date: '2026-12-17',
  startsAt: '14:00',
  venue: 'Hall',
});

const today = await buildMeeting(contextOf(db), {
  date: '2026-11-05',
  startsAt: '09:00',
  venue: 'Hall',
});

const DUE = { scheduling: 'due', due: '2027-06-30' } as const;
const LATER = { scheduling: 'due', due: '2027-09-30', reason: 'The lease is late' } as const;
const DONE = { outcome: 'complete', finishedOn: '2026-10-30', reason: 'It runs' } as const;

const refusal = async (attempt: Promise<unknown>): Promise<Error> =>
  attempt.then(
    () => new Error('it was written'),
    (error: Error) => error,
  );
const item = (reference: string) => getItem(officer, reference);
/** An action that is due, owned, rated. */
async function action(): Promise<string> {
  const reference = await buildLocalAction(commissioner, { ...DUE, ownerId: home.member.id });
  const green = { rag: 'green', headline: 'Well on its way', words: 'w', recovery: undefined };
  await rate(commissioner, reference, green as Parameters<typeof rate>[2]);
  return reference;
}

describe('an extension', () => {
  test('changes nothing until it is agreed; then the first date stays and the move is counted', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    const waiting = await item(a);
    expect([waiting.dueDate, waiting.moves, waiting.proposals[0]?.state]).toEqual([
      '2027-06-30',
      0,
      'pending',
    ]);
    expect(waiting.proposals[0]?.asks).toBe(
      'move the due date from 30 June 2027 to 30 September 2027',
    );
    // Updates go on meanwhile.
    await rate(commissioner, a, { rag: 'amber', headline: 'Late', words: 'w', recovery: 'More' });
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const agreed = await item(a);
    expect([agreed.firstDueDate, agreed.dueDate, agreed.moves, agreed.rag]).toEqual([
      '2027-06-30',
      '2027-09-30',
      1,
      'amber',
    ]);
    const [decision] = agreed.proposals[0]?.decisions ?? [];
    // Taken on the 3rd, recorded on the 5th: both are kept.
    expect([decision?.decidedOn, decision?.recordedAt.slice(0, 10)]).toEqual([
      '2026-11-03',
      '2026-11-05',
    ]);
    expect(decision?.minuteReference).toBe('2026-11-03/1');
    // As at the meeting it was not recorded yet.
    const then = { ...officer, now: new Date('2026-11-03T23:59:59Z'), asAt: true as const };
    const before = await getItem(then, a);
    expect([before.dueDate, before.proposals[0]?.state]).toEqual(['2027-06-30', 'pending']);
  });

  test('refused or returned, the old date stands and another can be proposed', async () => {
    for (const result of ['refused', 'returned'] as const) {
      const a = await action();
      await askForTime(commissioner, a, LATER);
      await decideAt(officer, meeting, { [a]: { result, words: 'Not yet' } });
      const after = await item(a);
      expect([after.dueDate, after.rag, after.proposals[0]?.state]).toEqual([
        '2027-06-30',
        'green',
        result,
      ]);
      await askForTime(commissioner, a, LATER);
      expect((await item(a)).proposals[0]?.state).toBe('pending');
    }
  });

  test('has to be later, and for what has a date', async () => {
    const a = await action();
    for (const due of ['2027-06-30', '2027-06-29']) {
      const error = await refusal(askForTime(commissioner, a, { ...LATER, due }));
      expect(error).toMatchObject({ fields: { due: expect.stringContaining('to a later day') } });
    }
    const none = await buildLocalAction(commissioner);
    expect(String(await refusal(askForTime(commissioner, none, LATER)))).toContain('no due date');
  });

  test('can give the date up for a review date', async () => {
    const a = await action();
    const reason = 'It has no end';
    await askForTime(commissioner, a, { scheduling: 'ongoing', review: '2027-12-01', reason });
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const after = await item(a);
    expect([after.firstDueDate, after.dueDate, after.reviewDate, after.schedule]).toEqual([
      '2027-06-30',
      null,
      '2027-12-01',
      'ongoing',
    ]);
  });
});

describe('a closure', () => {
  test('as Complete needs current evidence when it is agreed, and is Blue then', async () => {
    const a = await action();
    await askToClose(commissioner, a, DONE);
    const none = await refusal(decideAt(officer, meeting, { [a]: { result: 'agreed' } }));
    expect(String(none)).toContain('Complete needs current evidence, and there is none');
    const old = await makeEvidence(commissioner, a, { reviewOn: '2026-11-04' });
    const stale = await refusal(decideAt(officer, meeting, { [a]: { result: 'agreed' } }));
    expect(String(stale)).toContain('all of it is out of date');
    const good = await makeEvidence(commissioner, a);
    await withdraw(officer, good);
    expect(await refusal(decideAt(officer, meeting, { [a]: { result: 'agreed' } }))).toBeInstanceOf(
      RuleError,
    );
    await withdraw(officer, old);
    await makeEvidence(commissioner, a);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const after = await item(a);
    expect([after.lifecycle, after.outcome, after.rag, after.schedule, after.closedOn]).toEqual([
      'closed',
      'complete',
      'blue',
      'done',
      '2026-10-30',
    ]);
    const update = await refusal(
      rate(commissioner, a, { rag: 'red', headline: 'h', words: 'w', recovery: 'r' }),
    );
    expect(String(update)).toContain('Propose to reopen it first');
  });

  test('otherwise leaves the counts by RAG, and is counted as closed', async () => {
    const a = await action();
    const counts = async () => (await getDashboard(officer)).kinds[2];
    const before = await counts();
    await askToClose(commissioner, a, { outcome: 'superseded', reason: 'A2 does it' });
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const after = await counts();
    expect([after?.total, after?.rag.green, after?.closedOtherwise]).toEqual([
      (before?.total ?? 0) - 1,
      (before?.rag.green ?? 0) - 1,
      (before?.closedOtherwise ?? 0) + 1,
    ]);
  });

  test('into another goes into an open one of its kind that one can see', async () => {
    const [a, b] = [await action(), await action()];
    const ids = Object.fromEntries(
      (await db.item.findMany({ select: { id: true, reference: true } })).map((one) => [
        one.reference,
        one.id,
      ]),
    );
    const merge = (into: string | undefined) =>
      askToClose(commissioner, a, { outcome: 'merged', mergedIntoId: into, reason: 'The same' });
    for (const wrong of [ids[a], ids.R1, randomUUID()]) {
      expect(await refusal(merge(wrong))).toMatchObject({
        fields: { mergedIntoId: 'Choose an open one from the list' },
      });
    }
    await merge(ids[b]);
    expect((await item(a)).proposals[0]?.asks).toBe(`close it as Merged into ${b}`);
    // Its name is hidden from those it is hidden from.
    await restrict({ ...officer, now: at('02') }, b);
    const viewer = await getItem(contextOf(db, home.viewer), a);
    expect(viewer.proposals[0]?.asks).toBe('close it as Merged into a restricted action');
    await askToClose(commissioner, b, { outcome: 'no_longer_pursued', reason: 'No' });
    await decideAt(officer, meeting, { [b]: { result: 'agreed' } });
    const gone = await refusal(decideAt(officer, meeting, { [a]: { result: 'agreed' } }));
    expect(String(gone)).toContain(`${b} is closed, so nothing can be merged into it`);
    // Nor is it named where it is said why that cannot be agreed.
    const awaits = async (actor: Actor) =>
      (await listAwaiting(contextOf(db, actor))).find(({ item }) => item.reference === a);
    expect((await awaits(officer.actor))?.cannotAgree).toContain(`${b} is closed`);
    const told = (await awaits(home.viewer))?.cannotAgree;
    expect(told).toContain('is no longer open');
    expect(told).not.toContain(b);
  });

  test('of a recommendation goes the same way; reopened it has a new rating', async () => {
    await own({ ...officer, now: at('02') }, 'R7', {
      ownerId: home.member.id,
      leadOrganisationId: undefined,
    });
    await askToClose(contextOf(db, home.member, at('02')), 'R7', {
      outcome: 'passed_on',
      passedTo: 'The prevention board',
      reason: 'It is theirs',
    });
    await decideAt(officer, meeting, { R7: { result: 'agreed' } });
    expect((await item('R7')).outcome).toBe('passed_on');
    await askToReopen({ ...officer, now: at('06') }, 'R7', {
      rag: 'red',
      headline: 'Back with us',
      recovery: 'Money',
      reason: 'They declined it',
    });
    // The board met before it was proposed.
    const early = await refusal(decideAt(officer, meeting, { R7: { result: 'agreed' } }));
    expect(String(early)).toContain('cannot have been decided before');
    await decideAt(contextOf(db, away.officer, new Date('2026-12-17T16:00:00Z')), later, {
      R7: { result: 'agreed' },
    });
    const open = await getItem(contextOf(db, away.officer, new Date('2026-12-18T10:00:00Z')), 'R7');
    expect([open.lifecycle, open.outcome, open.closedOn, open.rag, open.headline]).toEqual([
      'open',
      null,
      null,
      'red',
      'Back with us',
    ]);
  });
});

describe('a pass through the list of a meeting', () => {
  test('agrees all listed except', async () => {
    const list = [await action(), await action(), await action(), await action()];
    for (const a of list) await askForTime(commissioner, a, LATER);
    const awaiting = await listAwaiting(officer);
    const lines = Object.fromEntries(
      awaiting
        .filter(({ item: one }) => list.includes(one.reference))
        .map(({ item: one, number }) => {
          const place = list.indexOf(one.reference);
          const line = { proposal: number, result: '' as const };
          if (place === 1) return [one.id, { ...line, result: 'refused', words: 'No' }];
          return [one.id, place === 2 ? { ...line, result: 'open' } : line];
        }),
    ) as Parameters<typeof recordDecisions>[2]['lines'];
    await recordDecisions(officer, meeting, { ...opened(), rest: 'agreed', lines });
    const states = await Promise.all(list.map(async (a) => (await item(a)).proposals[0]?.state));
    expect(states).toEqual(['agreed', 'refused', 'pending', 'agreed']);
    const references = (await getMeetingDecisions(officer, meeting)).decisions.map(
      ({ minuteReference }) => minuteReference,
    );
    expect(new Set(references).size).toBe(references.length);
  });

  test('is all or nothing: every line that cannot be is told', async () => {
    const [a, b, c] = [await action(), await action(), await action()];
    await askForTime(commissioner, a, LATER);
    await askToClose(commissioner, b, DONE);
    await askToClose(commissioner, c, DONE);
    const before = await digest(db);
    const error = await refusal(
      decideAt(officer, meeting, {
        [a]: { result: 'agreed' },
        [b]: { result: 'agreed' },
        [c]: { result: 'agreed' },
      }),
    );
    expect(Object.values((error as RuleError).fields)).toEqual([
      expect.stringContaining(`${b}: Complete needs`),
      expect.stringContaining(`${c}: Complete needs`),
    ]);
    expect(await digest(db)).toEqual(before);
  });

  test('of what somebody decided meanwhile says so', async () => {
    const [a, b] = [await action(), await action()];
    for (const one of [a, b]) await askForTime(commissioner, one, LATER);
    await decideAt(other, meeting, { [b]: { result: 'refused', words: 'No' } });
    const before = await digest(db);
    const error = await refusal(
      decideAt(officer, meeting, { [a]: { result: 'agreed' }, [b]: { result: 'agreed' } }),
    );
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).changes[0]).toMatchObject({
      who: 'home officer',
      what: `Recorded a decision on ${b}`,
    });
    expect(await digest(db)).toEqual(before);
  });

  test('before its day, or of a cancelled meeting, is refused', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    const early = await refusal(decideAt(officer, later, { [a]: { result: 'agreed' } }));
    expect(String(early)).toContain('The board meets on 17 December 2026');
    const note = { ...opened(), result: 'noted', words: 'The report' } as const;
    expect(await refusal(noteDecision(officer, later, note))).toBeInstanceOf(RuleError);
  });

  test('has room for what nobody proposed', async () => {
    const words = `Agreed to write to the minister ${randomUUID()}`;
    await noteDecision(officer, meeting, { ...opened(), result: 'agreed', words });
    const { decisions } = await getMeetingDecisions(contextOf(db, home.viewer), meeting);
    expect(decisions.at(-1)).toMatchObject({ words, item: null, proposed: null });
  });
});

describe('under delegation', () => {
  const alone = { delegatedToId: home.administrator.id, decidedOn: '2026-11-04' } as const;

  test('it is reported to the next meeting, and is in no meeting’s own list', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAlone(officer, a, { ...alone, result: 'agreed' });
    const reported = async (slug: string) =>
      (await getMeetingDecisions(officer, slug)).reported.map((one) => one.item?.reference);
    expect(await reported(today)).toContain(a);
    expect(await reported(later)).not.toContain(a);
    expect(await reported(meeting)).not.toContain(a);
    const [decision] = (await item(a)).proposals[0]?.decisions ?? [];
    expect(decision).toMatchObject({
      delegatedTo: { name: 'home administrator' },
      meeting: null,
      minuteReference: 'Delegated 2026-11-04/1',
    });
    // The owner learns of it.
    const mine = await listDecisionsForOwner(contextOf(db, home.member), home.member.id, 50);
    expect(mine.map((one) => one.item?.reference)).toContain(a);
    const theirs = await listDecisionsForOwner(contextOf(db), away.viewer.id, 50);
    expect(theirs).toEqual([]);
  });

  test('nobody records or takes one on what they proposed; at a meeting they may, and it shows', async () => {
    const a = await action();
    await askForTime({ ...other, now: at('02') }, a, LATER);
    const own = await refusal(decideAlone(other, a, { ...alone, result: 'agreed' }));
    expect(String(own)).toContain('has to be recorded by somebody else');
    const self = await refusal(
      decideAlone(officer, a, { ...alone, delegatedToId: home.officer.id, result: 'agreed' }),
    );
    expect(self).toMatchObject({ fields: { delegatedToId: expect.any(String) } });
    await decideAt(other, meeting, { [a]: { result: 'agreed' } });
    expect((await item(a)).proposals[0]?.decisions[0]?.byProposer).toBe(true);
  });

  test('not before it was proposed, not in the future', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    for (const decidedOn of ['2026-11-01', '2026-11-06']) {
      const error = await refusal(
        decideAlone(officer, a, { ...alone, decidedOn, result: 'agreed' }),
      );
      expect(error).toMatchObject({ fields: { decidedOn: expect.any(String) } });
    }
  });
});

describe('a mistaken decision', () => {
  const again = { taken: meeting, words: 'It was minuted wrongly' } as const;

  test('to extend is taken back: the old date stands, and no move is counted', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    await decideAgain(officer, a, { ...again, result: 'refused' });
    const after = await item(a);
    expect([after.dueDate, after.moves, after.proposals[0]?.state]).toEqual([
      '2027-06-30',
      0,
      'refused',
    ]);
    const [first, second] = after.proposals[0]?.decisions ?? [];
    expect(first?.supersededBy?.id).toBe(second?.id);
    expect(second?.supersedes?.id).toBe(first?.id);
    // And the other way round again.
    await decideAgain(officer, a, { ...again, result: 'agreed' });
    expect([(await item(a)).dueDate, (await item(a)).moves]).toEqual(['2027-09-30', 1]);
  });

  test('to extend leaves a date alone that was brought forward since', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    await plan({ ...commissioner, now: at('06') }, a, { scheduling: 'due', due: '2027-01-31' });
    await decideAgain({ ...officer, now: at('07') }, a, { ...again, result: 'refused' });
    expect((await item(a)).dueDate).toBe('2027-01-31');
  });

  test('to close opens it again, with a new rating', async () => {
    const a = await action();
    await makeEvidence(commissioner, a);
    await askToClose(commissioner, a, DONE);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const without = await refusal(decideAgain(officer, a, { ...again, result: 'returned' }));
    expect(Object.keys((without as RuleError).fields)).toEqual(['rag', 'headline']);
    const amber = { rag: 'amber', headline: 'Half of it', recovery: 'The other half' } as const;
    await decideAgain(officer, a, { ...again, ...amber, result: 'returned' });
    const after = await item(a);
    expect([after.lifecycle, after.outcome, after.closedOn, after.rag, after.headline]).toEqual([
      'open',
      null,
      null,
      'amber',
      'Half of it',
    ]);
  });

  test('to refuse is put right: what was proposed is carried out', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAt(officer, meeting, { [a]: { result: 'refused', words: 'No' } });
    await decideAgain(officer, a, { ...again, result: 'agreed' });
    expect((await item(a)).dueDate).toBe('2027-09-30');
  });

  test('with the same result changes words and nothing else', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const before = (await item(a)).number;
    await decideAgain(officer, a, { ...again, result: 'agreed', minuteReference: '7.3' });
    const after = await item(a);
    expect([after.number, after.dueDate]).toEqual([before, '2027-09-30']);
    // Superseded once more, it is the first one's effect that is undone.
    await decideAgain(officer, a, { ...again, result: 'refused' });
    expect((await item(a)).dueDate).toBe('2027-06-30');
  });

  test('under a later one is refused, as is one that is superseded, or with something pending', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await decideAt(officer, meeting, { [a]: { result: 'agreed' } });
    const [first] = (await item(a)).proposals[0]?.decisions ?? [];
    await askToClose(officer, a, { outcome: 'superseded', reason: 'r' });
    const pending = await refusal(decideAgain(officer, a, { ...again, result: 'refused' }));
    expect(String(pending)).toContain('Decide or withdraw that first');
    await decideAt(officer, today, { [a]: { result: 'agreed' } });
    const { supersedeDecision } = await import('@/lib/data/supersede');
    const basedOn = (await item(a)).number;
    const under = await refusal(
      supersedeDecision(officer, first?.id ?? '', {
        ...opened(),
        ...again,
        basedOn,
        result: 'refused',
      }),
    );
    expect(String(under)).toContain('Supersede that one first');
    const page = await getDecision(officer, first?.id ?? '');
    expect(page).toMatchObject({ mayDecide: true, opensAgain: false });
  });
});

describe('a proposal', () => {
  test('can be withdrawn by whoever made it, once, and leaves all as it was', async () => {
    const a = await action();
    await askForTime(commissioner, a, LATER);
    await takeBack(commissioner, a, 'We found a way');
    const after = await item(a);
    expect([after.proposals[0]?.state, after.dueDate]).toEqual(['withdrawn', '2027-06-30']);
    expect(await refusal(takeBack(commissioner, a, 'Again'))).toBeInstanceOf(RuleError);
    const late = await refusal(decideAt(officer, meeting, { [a]: { result: 'agreed' } }));
    expect(late).toBeInstanceOf(ConflictError);
  });
});
