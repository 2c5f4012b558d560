import { z } from 'zod';
import { londonDay, type PlainDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { isCarriedTo, meetingActionState } from '@/lib/domain/meeting-action';
import type { MeetingActionsView, MeetingActionView } from '@/lib/domain/meeting-action-view';
import { can } from '@/lib/domain/permissions';
import type { Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { findMeeting, meetingsBeside } from './find-meeting';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { meetings, people, recordedBy } from './record';

const OWNER = z.object({ id: z.string(), name: z.string(), position: z.string() });
const MET = z.object({ id: z.string(), slug: z.string(), date: z.date() });

/** The actions that were opened at some meetings, by when they met and their number. */
async function actionsWhere(
  context: Context,
  where: Prisma.MeetingActionWhereInput,
): Promise<MeetingActionView[]> {
  const { db, now } = context;
  const rows = await db.meetingAction.findMany({
    where: { ...where, ...recordedBy(context) },
    include: {
      author: true,
      events: {
        where: recordedBy(context),
        orderBy: { number: 'asc' },
        include: { author: true },
      },
    },
  });
  const owners = await queryRows(db, OWNER)`
    SELECT p.id, p.name, p.position FROM ${people(context)} p
    WHERE p.id = ANY(${rows.map(({ ownerId }) => ownerId)}::uuid[])`;
  const met = await queryRows(db, MET)`
    SELECT m.id, m.slug, m.date FROM ${meetings(context)} m
    WHERE m.id = ANY(${rows.map(({ meetingId }) => meetingId)}::uuid[])`;
  const ownerOf = new Map(owners.map((owner) => [owner.id, owner]));
  const meetingOf = new Map(
    met.map(({ id, slug, date }) => [id, { slug, date: toPlainDate(date) }]),
  );
  const today = londonDay(now);
  return rows
    .flatMap(({ id, number, what, ownerId, meetingId, dueDate, events }): MeetingActionView[] => {
      const [owner, meeting] = [ownerOf.get(ownerId), meetingOf.get(meetingId)];
      if (!owner || !meeting) return [];
      const state = meetingActionState(events);
      const due = toPlainDate(dueDate);
      return [
        {
          id,
          number,
          what,
          owner,
          dueDate: due,
          overdue: state === 'open' && due !== null && due < today,
          state,
          meeting,
          events: events.map((event) => ({
            kind: event.kind,
            words: event.words,
            at: event.recordedAt.toISOString(),
            author: toAuthor(event.author),
          })),
          may: {
            close: !context.asAt && can(context.actor, 'closeMeetingAction', { ownerId }),
            manage: !context.asAt && can(context.actor, 'manageMeetings'),
          },
        },
      ];
    })
    .sort(
      (one, other) =>
        one.meeting.slug.localeCompare(other.meeting.slug) || one.number - other.number,
    );
}

function carriedTo({ events }: MeetingActionView, day: PlainDate): boolean {
  return isCarriedTo(
    events.map(({ kind, at }) => ({ kind, day: londonDay(new Date(at)) })),
    day,
  );
}

/**
 * What was asked of whom at a meeting, and what earlier ones had left open.
 * @throws NotFoundError, NotAllowedError
 */
export async function getMeetingActions(
  context: Context,
  slug: string,
): Promise<MeetingActionsView> {
  demand(context, 'read');
  const meeting = await findMeeting(context, slug);
  const date = toPlainDate(meeting.date);
  const before = await meetingsBeside(context, meeting, 'before');
  const all = await actionsWhere(context, {
    meetingId: { in: [meeting.id, ...before.map(({ id }) => id)] },
  });
  return {
    date,
    cancelled: meeting.cancelled,
    begun: date <= londonDay(context.now),
    carried: all.filter((one) => one.meeting.slug !== slug && carriedTo(one, date)),
    opened: all.filter((one) => one.meeting.slug === slug),
    mayManage: !context.asAt && can(context.actor, 'manageMeetings'),
  };
}

/** Every meeting action that is open, whoever it is for. @throws NotAllowedError */
export async function listOpenMeetingActions(context: Context): Promise<MeetingActionView[]> {
  demand(context, 'read');
  const all = await actionsWhere(context, {});
  return all.filter(({ state }) => state === 'open');
}

/** How many the actor is to do; 0 for the system. @throws NotAllowedError */
export async function countMyMeetingActions(context: Context): Promise<number> {
  const { actor } = context;
  demand(context, 'read');
  if (actor.kind !== 'person') return 0;
  const mine = await actionsWhere(context, { ownerId: actor.id });
  return mine.filter(({ state }) => state === 'open').length;
}

/** One meeting action, by the meeting that opened it. @throws NotFoundError, NotAllowedError */
export async function getMeetingAction(
  context: Context,
  slug: string,
  number: number,
): Promise<MeetingActionView> {
  demand(context, 'read');
  const meeting = await findMeeting(context, slug);
  const [action] = await actionsWhere(context, { meetingId: meeting.id, number });
  if (!action) throw new NotFoundError('That meeting action');
  return action;
}
