import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordAttendance } from '@/lib/data/attendance';
import { getAttendance } from '@/lib/data/attendance-view';
import { cancelMeeting } from '@/lib/data/meetings';
import { setMembership } from '@/lib/data/membership';
import { getSeat, listMembership } from '@/lib/data/membership-view';
import { getMinutes } from '@/lib/data/minutes-view';
import type { RecordAttendance } from '@/lib/domain/attendance';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { buildMeeting } from '@/seed/builders/board';
import { attend, seat } from '@/seed/builders/meeting-records';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { restrict } from '../support/make';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const officer = contextOf(db, away.officer);
const at = (now: string) => contextOf(db, away.officer, new Date(now));
const where = { startsAt: '14:00', venue: 'County Hall' };
const sent = () => ({ submissionId: randomUUID() });
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const entry = (
  personId: string,
  answer: RecordAttendance['entries'][number]['answer'],
  deputy?: string,
) => ({ personId, answer, deputy });

await seat(officer, home.member.id, '2026-01-01', 'chair');
await seat(officer, home.commissioner.id, '2026-01-01');
await seat(officer, away.member.id, '2026-10-01', 'in_attendance');
const held = await buildMeeting(officer, { ...where, date: '2026-09-03' });
const toCome = await buildMeeting(officer, { ...where, date: '2026-12-03' });

describe('the board’s members', () => {
  test('are those who sit on it now, the chair first; they need not sign in', async () => {
    const { members, others } = await listMembership(officer);
    expect(members.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['home member', 'chair'],
      ['home commissioner', 'member'],
      ['away member', 'in_attendance'],
    ]);
    expect(others).toEqual([]);
  });

  test('are at a meeting those of its day, whatever was changed since', async () => {
    const names = async (slug: string) =>
      (await getAttendance(officer, slug)).entries.map(({ name, capacity }) => [name, capacity]);
    expect(await names(held)).toEqual([
      ['home member', 'chair'],
      ['home commissioner', 'member'],
    ]);
    await seat(officer, home.commissioner.id, '2026-11-01', 'vice_chair');
    expect(await names(held)).toContainEqual(['home commissioner', 'member']);
    expect(await names(toCome)).toContainEqual(['home commissioner', 'vice_chair']);
  });

  test('leave, and one added in error is taken off', async () => {
    const form = { ...sent(), personId: away.viewer.id, capacity: 'member', from: '2026-01-01' };
    const set = (more: object) =>
      setMembership(officer, {
        ...form,
        ...sent(),
        capacity: 'member',
        until: undefined,
        removed: false,
        basedOn: 0,
        ...more,
      });
    await set({});
    await set({ basedOn: 1, until: '2026-06-30' });
    const { members, others } = await listMembership(officer);
    expect(members.map(({ id }) => id)).not.toContain(away.viewer.id);
    expect(others).toMatchObject([{ id: away.viewer.id, until: '2026-06-30' }]);
    await set({ basedOn: 2, removed: true });
    expect((await listMembership(officer)).others).toEqual([]);
    await expect(getSeat(officer, away.viewer.id)).rejects.toThrow(NotFoundError);
    // It had been so until it was put right.
    const before = { ...officer, asAt: true as const, now: new Date('2026-11-22T12:00:00Z') };
    expect((await listMembership(before)).members).toEqual([]);
  });
});

describe('attendance', () => {
  test('is recorded in one pass, and once more', async () => {
    await attend(officer, held, {
      entries: [
        entry(home.member.id, 'present'),
        entry(home.commissioner.id, 'apologies', 'Deputy head of commissioning'),
      ],
      othersPresent: 'A clerk\nA visitor',
      declarations: [
        { id: undefined, personId: home.member.id, words: 'Trustee', references: ['R8'] },
      ],
    });
    const first = await getAttendance(officer, held);
    expect(first).toMatchObject({
      number: 1,
      recorded: { author: { name: 'away officer' } },
      othersPresent: 'A clerk\nA visitor',
      entries: [
        { name: 'home member', capacity: 'chair', answer: 'present', deputy: null },
        { answer: 'apologies', deputy: 'Deputy head of commissioning' },
      ],
      declarations: [{ name: 'home member', words: 'Trustee', references: ['R8'] }],
    });
    const form = {
      entries: [entry(home.member.id, 'present'), entry(home.commissioner.id, 'absent')],
      othersPresent: undefined,
      declarations: first.declarations,
    };
    const declarations = first.declarations.map(({ name: _, words, ...one }) => ({
      ...one,
      words: words ?? undefined,
    }));
    await attend(officer, held, { ...form, declarations });
    const second = await getAttendance(officer, held);
    expect(second).toMatchObject({ number: 2, othersPresent: null });
    expect(second.declarations[0]?.id).toBe(first.declarations[0]?.id);
    expect(await refusal(attend(officer, held, { ...form, declarations }))).toEqual({
      '': 'Nothing has changed yet',
    });
  });

  test('before the day takes apologies only, from that day on the rest', async () => {
    const present = [entry(home.member.id, 'present')];
    expect(await refusal(attend(officer, toCome, { entries: present }))).toEqual({
      'entries[0].answer':
        'The board meets on 3 December 2026: before that day, record apologies only',
    });
    await attend(officer, toCome, { entries: [entry(home.member.id, 'apologies')] });
    await attend(at('2026-12-03T00:05:00Z'), toCome, { entries: present });
    expect((await getAttendance(officer, toCome)).entries[0]?.answer).toBe('present');
  });

  test('is of members of that day, with items there are, at meetings that stand', async () => {
    const stranger = { entries: [entry(away.commissioner.id, 'present')] };
    expect(await refusal(attend(officer, held, stranger))).toHaveProperty('entries[0].answer');
    const declarations = [
      { id: undefined, personId: home.member.id, words: 'x', references: ['A9999'] },
    ];
    expect(await refusal(attend(officer, held, { declarations }))).toEqual({
      'declarations[0].references': 'There is no A9999',
    });
    const off = await buildMeeting(officer, { ...where, date: '2026-12-17' });
    await cancelMeeting(officer, off, { ...sent(), basedOn: 1, reason: 'Snow' });
    expect(
      await refusal(attend(officer, off, { entries: [entry(home.member.id, 'apologies')] })),
    ).toEqual({ '': 'This meeting is cancelled' });
    await expect(
      recordAttendance(officer, '2031-01-01', { ...sent(), basedOn: 0, entries: [], declarations }),
    ).rejects.toThrow(NotFoundError);
  });

  test('as at an earlier moment is what had been recorded by then', async () => {
    const slug = await buildMeeting(at('2026-01-05T10:00:00Z'), { ...where, date: '2026-11-05' });
    const day = (now: string) => ({ ...at(now), asAt: true as const });
    const one = [entry(home.member.id, 'apologies')];
    await attend(at('2026-11-01T10:00:00Z'), slug, { entries: one });
    await attend(at('2026-11-06T10:00:00Z'), slug, { entries: [entry(home.member.id, 'present')] });
    // The seats were recorded on the 23rd: until then only what the attendance itself says is known.
    const answers = async (now: string) =>
      (await getAttendance(day(now), slug)).entries.map(({ answer }) => answer);
    expect(await answers('2026-10-31T10:00:00Z')).toEqual([]);
    expect(await answers('2026-11-02T10:00:00Z')).toEqual(['apologies']);
    expect(await answers('2026-11-06T11:00:00Z')).toEqual(['present']);
    expect((await getAttendance(day('2026-11-06T11:00:00Z'), slug)).mayManage).toBe(false);
  });
});

describe('a declaration that concerns a restricted item', () => {
  const CANARY = 'zyxomma';
  let slug = '';
  let reference = '';
  beforeAll(async () => {
    slug = await buildMeeting(officer, { ...where, date: '2026-10-08' });
    reference = await buildLocalAction(officer, { shortTitle: CANARY, text: CANARY });
    const personId = home.member.id;
    await attend(officer, slug, {
      entries: [entry(personId, 'present')],
      declarations: [
        { id: undefined, personId, words: `About ${CANARY}`, references: [reference, 'R1'] },
        { id: undefined, personId, words: 'About R2', references: ['R2'] },
      ],
    });
    await restrict(officer, reference, [homeId]);
  });

  test('shows nothing of it to whom it is hidden from', async () => {
    expect((await getAttendance(officer, slug)).declarations[0]).toMatchObject({
      words: `About ${CANARY}`,
      references: [reference, 'R1'],
    });
    for (const actor of [home.member, home.officer, home.viewer, away.viewer]) {
      const seen = await getAttendance(contextOf(db, actor), slug);
      expect(seen.declarations).toMatchObject([
        { name: 'home member', words: null, references: [] },
        { words: 'About R2', references: ['R2'] },
      ]);
      expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${CANARY}|"${reference}"`));
    }
  });

  test('comes into no draft of minutes, whoever drafts them', async () => {
    for (const actor of [home.officer, away.officer]) {
      const { draft } = await getMinutes(contextOf(db, actor), slug);
      const text = JSON.stringify(draft);
      expect(text).toContain('home member: an interest in a restricted item');
      expect(text).not.toMatch(new RegExp(`${CANARY}|\\b${reference}\\b`));
    }
  });

  test('stays as it is when one who may not see it saves the form', async () => {
    await attend(contextOf(db, home.officer), slug, {
      entries: [entry(home.member.id, 'apologies')],
    });
    expect((await getAttendance(officer, slug)).declarations).toMatchObject([
      { words: `About ${CANARY}`, references: [reference, 'R1'] },
    ]);
  });

  test('cannot name what its writer may not see', async () => {
    const declarations = [
      { id: undefined, personId: home.member.id, words: 'x', references: [reference] },
    ];
    expect(await refusal(attend(contextOf(db, home.officer), slug, { declarations }))).toEqual({
      'declarations[0].references': `There is no ${reference}`,
    });
  });
});
