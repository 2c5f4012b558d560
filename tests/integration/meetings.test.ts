import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDashboard } from '@/lib/data/dashboard';
import { addMeeting, cancelMeeting, editMeeting, restoreMeeting } from '@/lib/data/meetings';
import { getMeeting, listMeetings } from '@/lib/data/meetings-view';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { buildMeeting } from '@/seed/builders/board';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
/** Half an hour after midnight in London, while it still is the day before in UTC. */
const afterMidnight = contextOf(db, home.officer, new Date('2026-07-02T23:30:00Z'));

const sent = () => ({ submissionId: randomUUID() });
const where = { startsAt: '14:00', venue: 'County Hall' };
const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );

describe('a meeting', () => {
  let slug = '';
  beforeAll(async () => {
    slug = await addMeeting(officer, { ...sent(), ...where, date: '2026-12-17' });
  });

  test('has its first date as its address, and deadlines by the board’s rule', async () => {
    expect(slug).toBe('2026-12-17');
    expect(await getMeeting(officer, slug)).toMatchObject({
      date: '2026-12-17',
      state: 'to_come',
      updatesDue: '2026-12-03',
      updatesDueByHand: false,
      papersIssued: '2026-12-09',
      history: [{ title: 'Meeting added', author: { name: 'home officer' }, changes: [] }],
    });
  });

  test('keeps its address when it moves, and tells from what to what', async () => {
    await editMeeting(officer, slug, {
      ...sent(),
      basedOn: 1,
      date: '2027-01-14',
      startsAt: '10:00',
      venue: 'Town Hall',
      updatesDue: '2026-12-18',
    });
    const meeting = await getMeeting(officer, '2026-12-17');
    expect(meeting).toMatchObject({ date: '2027-01-14', updatesDueByHand: true, version: 2 });
    expect(meeting.history[0]).toMatchObject({
      title: 'Meeting changed',
      changes: [
        { label: 'Date', from: '17 December 2026', to: '14 January 2027' },
        { label: 'Starts at', from: '14:00', to: '10:00' },
        { label: 'Venue', from: 'County Hall', to: 'Town Hall' },
        { label: 'Updates due', from: 'By the board’s rule', to: '18 December 2026' },
      ],
    });
  });

  test('leaves its address to no other', async () => {
    const add = (startsAt: string) =>
      addMeeting(officer, { ...sent(), ...where, startsAt, date: '2026-12-17' });
    expect(await add('09:00')).toBe('2026-12-17-2');
    expect(await add('11:00')).toBe('2026-12-17-3');
    expect(await refusal(add('11:00'))).toEqual({
      date: 'There is a meeting on 17 December 2026 at 11:00 already',
    });
  });

  test('is cancelled with a reason, and put back on', async () => {
    await cancelMeeting(officer, slug, { ...sent(), basedOn: 2, reason: 'Snow' });
    expect((await getMeeting(officer, slug)).state).toBe('cancelled');
    const edit = { ...sent(), ...where, basedOn: 3, date: '2027-01-15' };
    expect(await refusal(editMeeting(officer, slug, edit))).toEqual({
      '': 'This meeting is cancelled. Put it back on before you change it',
    });
    expect(
      await refusal(cancelMeeting(officer, slug, { ...sent(), basedOn: 3, reason: 'x' })),
    ).toEqual({ '': 'This meeting is cancelled already' });
    await restoreMeeting(officer, slug, { ...sent(), basedOn: 3, reason: 'It thawed' });
    expect(await getMeeting(officer, slug)).toMatchObject({
      state: 'to_come',
      history: [
        { title: 'Meeting put back on', reason: 'It thawed' },
        { title: 'Meeting cancelled', reason: 'Snow' },
        { title: 'Meeting changed' },
        { title: 'Meeting added' },
      ],
    });
    expect(
      await refusal(restoreMeeting(officer, slug, { ...sent(), basedOn: 4, reason: 'x' })),
    ).toEqual({ '': 'This meeting is not cancelled' });
  });

  test('takes no form that changes nothing', async () => {
    const { version, date, startsAt, venue } = await getMeeting(officer, slug);
    const same = { ...sent(), basedOn: version, date, startsAt, venue, updatesDue: '2026-12-18' };
    expect(await refusal(editMeeting(officer, slug, same))).toEqual({
      '': 'Nothing has changed yet',
    });
  });
});

describe('a past meeting', () => {
  test('may be added, and is held', async () => {
    const slug = await addMeeting(officer, { ...sent(), ...where, date: '2026-09-03' });
    expect((await getMeeting(officer, slug)).state).toBe('held');
  });

  test('keeps its dates; where it met can still be put right', async () => {
    const slug = await buildMeeting(officer, { ...where, date: '2026-06-04' });
    const edit = { ...sent(), ...where, basedOn: 1 };
    expect(await refusal(editMeeting(officer, slug, { ...edit, date: '2026-12-01' }))).toEqual({
      date: 'It met on 4 June 2026: the dates of a past meeting stay',
    });
    const due = { ...edit, date: '2026-06-04', updatesDue: '2026-05-01' };
    expect(await refusal(editMeeting(officer, slug, due))).toHaveProperty('date');
    await editMeeting(officer, slug, { ...edit, venue: 'The Old Library' });
    expect(await getMeeting(officer, slug)).toMatchObject({
      date: '2026-06-04',
      venue: 'The Old Library',
    });
    const late = { ...sent(), basedOn: 2, reason: 'x' };
    expect(await refusal(cancelMeeting(officer, slug, late))).toEqual({
      '': 'The day of this meeting has ended: it cannot be cancelled',
    });
  });

  test('is past once its day has ended in London, not in Greenwich', async () => {
    const slug = await buildMeeting(contextOf(db), { ...where, date: '2026-07-02' });
    const evening = contextOf(db, home.officer, new Date('2026-07-02T22:30:00Z'));
    const dates = { ...sent(), ...where, basedOn: 1, date: '2026-08-06' };
    expect((await getMeeting(evening, slug)).state).toBe('to_come');
    expect((await getMeeting(afterMidnight, slug)).state).toBe('held');
    expect(await refusal(editMeeting(afterMidnight, slug, dates))).toHaveProperty('date');
    await editMeeting(evening, slug, dates);
  });

  test('is not made by moving one that is to come', async () => {
    const slug = await buildMeeting(officer, { ...where, date: '2027-03-04' });
    const moved = { ...sent(), ...where, basedOn: 1, date: '2026-11-22' };
    expect(await refusal(editMeeting(officer, slug, moved))).toHaveProperty('date');
  });

  test('that was cancelled stays so', async () => {
    const slug = await buildMeeting(officer, { ...where, date: '2026-11-24' });
    await cancelMeeting(officer, slug, { ...sent(), basedOn: 1, reason: 'Illness' });
    const later = contextOf(db, home.officer, new Date('2026-11-25T09:00:00Z'));
    expect(
      await refusal(restoreMeeting(later, slug, { ...sent(), basedOn: 2, reason: 'x' })),
    ).toEqual({ '': 'The day of this meeting has ended: it stays cancelled' });
    expect((await getMeeting(later, slug)).state).toBe('cancelled');
  });
});

test('an address that no meeting has is not found', async () => {
  for (const slug of ['2026-12-18', 'nonsense', '', "2026-12-17'; --", '2026-12-17-9', '\u0000']) {
    await expect(getMeeting(officer, slug)).rejects.toThrow(NotFoundError);
    await expect(
      cancelMeeting(officer, slug, { ...sent(), basedOn: 1, reason: 'x' }),
    ).rejects.toThrow(NotFoundError);
  }
});

test('the dashboard names the next meeting and the last that was held', async () => {
  const [first, ...rest] = (await listMeetings(officer)).filter(({ over }) => !over);
  expect(rest.length).toBeGreaterThan(0);
  const view = await getDashboard(officer);
  expect(view.nextMeeting?.state).toBe('to_come');
  expect(view.nextMeeting?.date).toBe(
    [first, ...rest].find((meeting) => meeting?.state === 'to_come')?.date,
  );
  expect(view.lastMeeting).toMatchObject({ date: '2026-09-03', state: 'held' });
});
