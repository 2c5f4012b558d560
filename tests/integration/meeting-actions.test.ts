import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  closeMeetingAction,
  openMeetingAction,
  reopenMeetingAction,
  withdrawMeetingAction,
} from '@/lib/data/meeting-actions';
import {
  countMyMeetingActions,
  getMeetingAction,
  getMeetingActions,
  listOpenMeetingActions,
} from '@/lib/data/meeting-actions-view';
import { NotAllowedError, RuleError } from '@/lib/domain/errors';
import { buildMeeting } from '@/seed/builders/board';
import { buildMeetingAction } from '@/seed/builders/meeting-records';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { home, away } = await makeActors(db);
const on = (day: string, actor = home.officer) =>
  contextOf(db, actor, new Date(`${day}T12:00:00Z`));
const where = { startsAt: '14:00', venue: 'County Hall' };
const [june, september, december] = [
  await buildMeeting(on('2027-01-05'), { ...where, date: '2027-06-04' }),
  await buildMeeting(on('2027-01-05'), { ...where, date: '2027-09-03' }),
  await buildMeeting(on('2027-01-05'), { ...where, date: '2027-12-03' }),
];
const says = (words: string) => ({ submissionId: randomUUID(), words });
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const ids = (actions: ReadonlyArray<{ id: string }>) => actions.map(({ id }) => id);

describe('a meeting action', () => {
  test('is open until its owner says it is done', async () => {
    const id = await buildMeetingAction(
      on('2027-06-04'),
      june,
      home.member.id,
      'Ask',
      '2027-07-01',
    );
    expect(await getMeetingAction(on('2027-07-02'), june, 1)).toMatchObject({
      number: 1,
      what: 'Ask',
      owner: { name: 'home member' },
      dueDate: '2027-07-01',
      overdue: true,
      state: 'open',
      meeting: { slug: june, date: '2027-06-04' },
      may: { close: true, manage: true },
    });
    const [owner, other] = [on('2027-07-02', home.member), on('2027-07-02', away.member)];
    expect(await countMyMeetingActions(owner)).toBe(1);
    expect((await getMeetingAction(owner, june, 1)).may).toEqual({ close: true, manage: false });
    expect((await getMeetingAction(other, june, 1)).may).toEqual({ close: false, manage: false });
    await expect(closeMeetingAction(other, id, says('x'))).rejects.toThrow(NotAllowedError);
    await closeMeetingAction(owner, id, says('They answered'));
    expect(await countMyMeetingActions(owner)).toBe(0);
    expect(await getMeetingAction(owner, june, 1)).toMatchObject({
      state: 'done',
      overdue: false,
      events: [{ kind: 'done', words: 'They answered', author: { name: 'home member' } }],
    });
    expect(await refusal(closeMeetingAction(owner, id, says('x')))).toEqual({
      '': 'It is done already',
    });
    await expect(reopenMeetingAction(owner, id, says('x'))).rejects.toThrow(NotAllowedError);
    await reopenMeetingAction(on('2027-07-03'), id, says('They took it back'));
    await withdrawMeetingAction(on('2027-07-04'), id, says('Opened twice'));
    expect((await getMeetingAction(owner, june, 1)).state).toBe('withdrawn');
    expect(ids(await listOpenMeetingActions(owner))).not.toContain(id);
  });

  test('is opened from the day of a meeting on, and due no earlier', async () => {
    const form = { submissionId: randomUUID(), what: 'Ask', ownerId: home.member.id };
    const open = (day: string, due?: string) =>
      refusal(openMeetingAction(on(day), december, { ...form, due }));
    expect(await open('2027-12-02')).toEqual({
      '': 'The board meets on 3 December 2027: open it from that day on',
    });
    expect(await open('2027-12-03', '2027-12-02')).toHaveProperty('due');
    expect(await open('2027-12-03', '2027-12-03')).toBe('written');
  });

  test('is carried to each later meeting until it is done, and as at shows what was so', async () => {
    const id = await buildMeetingAction(on('2027-06-04'), june, home.member.id, 'Carried');
    const at = async (context: ReturnType<typeof on>, slug: string) => {
      const { carried, opened } = await getMeetingActions(context, slug);
      return [ids(carried).includes(id), ids(opened).includes(id)];
    };
    const now = on('2027-10-02');
    expect(await at(now, june)).toEqual([false, true]);
    expect(await at(now, september)).toEqual([true, false]);
    expect(await at(now, december)).toEqual([true, false]);
    await closeMeetingAction(on('2027-10-01'), id, says('Done at last'));
    // The meeting of September found it open; that of December does not.
    expect(await at(now, september)).toEqual([true, false]);
    expect(await at(now, december)).toEqual([false, false]);
    const then = { ...on('2027-09-30'), asAt: true as const };
    expect(await at(then, december)).toEqual([true, false]);
    const seen = (await getMeetingActions(then, june)).opened.find((one) => one.id === id);
    expect(seen).toMatchObject({
      state: 'open',
      events: [],
      may: { close: false, manage: false },
    });
  });
});
