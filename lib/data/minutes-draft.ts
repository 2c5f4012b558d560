import { londonDay } from '@/lib/domain/dates';
import { bySeat } from '@/lib/domain/membership';
import {
  draftMinutes,
  type MinutesFacts,
  type MinutesSection,
  minutesTitle,
} from '@/lib/domain/minutes';
import { type PersonActor, systemActor } from '@/lib/domain/permissions';
import type { Meeting } from '@/prisma/client/client';
import { itemsSeen, latestAttendance } from './attendance-view';
import { getBoard } from './board';
import type { Context } from './context';
import { getMeetingDecisions } from './decisions-view';
import { meetingsBeside } from './find-meeting';
import { getMeetingActions } from './meeting-actions-view';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';

/**
 * Who came and what was declared, in words that everybody may read: of what concerns a restricted
 * item only that somebody declared an interest.
 */
async function attendanceFacts(
  context: Context,
  meetingId: string,
): Promise<Pick<MinutesFacts, 'attendance' | 'othersPresent' | 'declarations'>> {
  const latest = await latestAttendance(context, meetingId);
  const declarations = latest?.declarations ?? [];
  const items = await itemsSeen({ db: context.db, actor: systemActor }, declarations);
  return {
    attendance: (latest?.entries ?? [])
      .map(({ person, capacity, answer, deputy }) => {
        const { name, position } = person;
        return { name, position, capacity, answer, deputy };
      })
      .sort(bySeat),
    othersPresent: latest?.othersPresent ?? null,
    declarations: declarations.map(({ person, words, itemIds }) => {
      const concerned = itemIds.flatMap((id) => items.get(id) ?? []);
      const restricted = concerned.some((item) => item.restricted);
      return {
        name: person.name,
        words: restricted ? null : words,
        references: restricted ? [] : concerned.map(({ reference }) => reference),
      };
    }),
  };
}

async function lastMeeting(context: Context, meeting: Meeting): Promise<MinutesFacts['last']> {
  const [last] = await meetingsBeside(context, meeting, 'before');
  if (!last) return null;
  const agreed = await context.db.minutesVersion.findFirst({
    where: { meetingId: last.id, agreedAtId: meeting.id, ...recordedBy(context) },
  });
  return { date: toPlainDate(last.date), agreed: agreed !== null };
}

/** Somebody from whom all that is restricted is hidden, as from every reader of minutes. */
const ANYBODY: PersonActor = {
  kind: 'person',
  id: '00000000-0000-0000-0000-000000000000',
  version: 1,
  name: 'Anybody',
  roles: ['viewer'],
  organisationId: null,
};

/**
 * What the meeting decided, and what is reported to it. Of one about a restricted item only that
 * there is one, and that only to a writer who may see the item.
 */
async function decisionFacts(context: Context, slug: string): Promise<MinutesFacts['decisions']> {
  const [all, open] = await Promise.all(
    [context.actor, ANYBODY].map(async (actor) => {
      const { decisions, reported } = await getMeetingDecisions({ ...context, actor }, slug);
      return [...decisions, ...reported];
    }),
  );
  const shown = new Map(open?.map((one) => [one.id, one]));
  return (all ?? []).map(({ id, minuteReference, meeting, decidedOn }) => {
    const one = shown.get(id);
    return {
      minuteReference,
      said: one
        ? {
            about: one.item && `${one.item.reference} ${one.item.shortTitle}`,
            proposed: one.proposed,
            result: one.result,
            words: one.words,
          }
        : null,
      delegatedOn: meeting ? null : decidedOn,
      supersededBy: one?.supersededBy?.minuteReference ?? null,
    };
  });
}

async function actionFacts(context: Context, slug: string): Promise<MinutesFacts['actions']> {
  const { carried, opened } = await getMeetingActions(context, slug);
  return [...carried, ...opened]
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ what, owner, dueDate, meeting, state, events }) => ({
      what,
      owner: owner.name,
      dueDate,
      from: meeting.slug === slug ? null : meeting.date,
      done: state === 'done' ? (events.at(-1)?.words ?? null) : null,
    }));
}

/** The minutes of a meeting as the record would write them. */
export async function minutesFromRecord(
  context: Context,
  meeting: Meeting,
): Promise<{ title: string; sections: MinutesSection[] }> {
  const [attendance, last, decisions, actions, [next], board] = await Promise.all([
    attendanceFacts(context, meeting.id),
    lastMeeting(context, meeting),
    decisionFacts(context, meeting.slug),
    actionFacts(context, meeting.slug),
    meetingsBeside(context, meeting, 'after'),
    getBoard(context, context),
  ]);
  const date = toPlainDate(meeting.date);
  return {
    title: minutesTitle(board.name, date),
    sections: draftMinutes({
      date,
      startsAt: meeting.startsAt,
      venue: meeting.venue,
      ...attendance,
      last,
      decisions,
      actions,
      next: next
        ? { date: toPlainDate(next.date), startsAt: next.startsAt, venue: next.venue }
        : null,
    }),
  };
}

/** True once the day of the meeting has come. */
export function hasBegun({ now }: Pick<Context, 'now'>, meeting: Pick<Meeting, 'date'>): boolean {
  return toPlainDate(meeting.date) <= londonDay(now);
}
