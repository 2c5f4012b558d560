import { beforeAll, describe, expect, test } from 'vitest';
import { getReturns } from '@/lib/data/returns';
import { setOurRole } from '@/lib/data/status-updates';
import { NotFoundError } from '@/lib/domain/errors';
import { waitingFor } from '@/lib/domain/returns';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, formOn, keepRating, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { close, restrict } from '../support/make';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const at = (day: string, actor = home.officer) =>
  contextOf(db, actor, new Date(`${day}T10:00:00Z`));
const WORDS = { rag: 'green', headline: 'h', words: 'w', recovery: undefined } as const;
const green = (day: string, reference: string) =>
  rate(at(day), reference, { ...WORDS, words: `As of ${day}` });

/** What is in and what is waited for, of local actions and of what is named. */
async function returns(day: string, slug: string, actor = home.officer, of = /^(A|R3$)/) {
  const view = await getReturns(at(day, actor), slug);
  const references = (which: 'in' | 'waiting') =>
    view.groups
      .flatMap((group) => group[which].map(({ reference }) => reference))
      .filter((reference) => of.test(reference))
      .sort();
  return { ...view, is: { in: references('in'), waiting: references('waiting') } };
}

const NOW = '2027-02-01';
const [FIRST, SECOND, NEXT] = ['2026-12-10', '2027-01-14', '2027-03-11'];
let [one, two, three, secret] = ['', '', '', ''];

beforeAll(async () => {
  const venue = { startsAt: '14:00', venue: 'Hall' };
  for (const date of [FIRST, SECOND, NEXT]) {
    await buildMeeting(at('2026-11-24'), { ...venue, date });
  }
  const make = (ownerId?: string) => buildLocalAction(at('2026-11-24'), { ownerId });
  one = await make(home.member.id);
  two = await make(away.commissioner.id);
  three = await make();
  secret = await make(away.member.id);
  await restrict(contextOf(db, undefined, new Date('2026-11-25T10:00:00Z')), secret, [homeId]);
  await green('2026-12-01', one);
  // On the day of the first meeting, before it ended; the day after counts for the next.
  await green('2026-12-10', two);
  await green('2026-12-11', one);
  await keepRating(at('2027-01-20'), two, { nextStep: 'Go on', words: undefined });
  // What is no update of the state of things is no return.
  await own(at('2027-01-21'), one, { ownerId: away.member.id, leadOrganisationId: undefined });
});

describe('returns', () => {
  test('of a meeting to come count since the last one that was held ended, until now', async () => {
    const view = await returns(NOW, NEXT);
    expect(view.previous).toEqual({ slug: SECOND, date: SECOND });
    expect(view.is).toEqual({ in: [two], waiting: [one, three, 'R3'] });
    expect(view.in + view.groups.flatMap(({ waiting }) => waiting).length).toBe(view.total);
    expect(view.meeting.updatesDue).toBe('2027-02-25');
    expect(waitingFor(view.groups)).toMatch(/^away member \(1\) and \d+ that nobody owns$/);
  });

  test('of a past meeting are as they stood at its end', async () => {
    const second = await returns(NOW, SECOND);
    expect(second.previous?.slug).toBe(FIRST);
    expect(second.is).toEqual({ in: [one], waiting: [two, three, 'R3'] });
    expect(second.groups.some(({ waiting }) => waiting.some((item) => item.mayPost))).toBe(false);
    // An owner who came later does not answer for it then.
    expect(waitingFor(second.groups)).toContain('away commissioner (1)');
  });

  test('of the first meeting count since the register began', async () => {
    const first = await returns(NOW, FIRST);
    expect(first.previous).toBeNull();
    expect(first.is).toEqual({ in: [one, two], waiting: [three, 'R3'] });
  });

  test('leave out what we only watch and what is closed, then and now', async () => {
    const { total } = await returns(NOW, NEXT);
    const watched = await db.item.count({ where: { ourRole: 'watch' } });
    const rated = await db.item.count({ where: { rated: true, kind: { not: 'local_action' } } });
    expect(watched).toBeGreaterThan(0);
    expect(total).toBe(rated - watched + 3);
    const on = await formOn(at(NOW), 'R3');
    await setOurRole(at(NOW), 'R3', { ...on, ourRole: 'watch' });
    await close(at(NOW), three, 'superseded', NOW);
    expect((await returns(NOW, NEXT)).is).toEqual({ in: [two], waiting: [one] });
    expect((await returns(NOW, SECOND)).is.waiting).toContain('R3');
    expect((await returns(NOW, SECOND)).is.waiting).toContain(three);
  });

  test('are of what the reader may see, with a form where they may post', async () => {
    expect((await returns(NOW, NEXT, away.member)).is.waiting).toContain(secret);
    expect((await returns(NOW, NEXT, away.viewer)).is.waiting).not.toContain(secret);
    const may = async (actor: typeof home.officer) =>
      (await returns(NOW, NEXT, actor)).groups
        .flatMap((group) => [...group.in, ...group.waiting])
        .filter(({ mayPost }) => mayPost)
        .map(({ reference }) => reference);
    expect(await may(home.viewer)).toEqual([]);
    expect((await may(home.commissioner)).sort()).toEqual([one, two]);
    expect((await may(home.member)).length).toBeGreaterThan(20);
  });

  test('of no meeting are not found', async () => {
    for (const slug of ['2031-01-01', 'nonsense', '\u0000']) {
      await expect(getReturns(at(NOW), slug)).rejects.toThrow(NotFoundError);
    }
  });
});
