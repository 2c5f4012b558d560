import { formatDate, londonDay } from '@/lib/domain/dates';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import {
  type MeetingActionEventKind,
  type MeetingActionWords,
  meetingActionState,
  type OpenMeetingAction,
  refuseStep,
} from '@/lib/domain/meeting-action';
import { change } from './change';
import { author, type Context, demand } from './context';
import { findMeeting } from './find-meeting';
import { lock } from './lock';
import { findOwner } from './people';
import { toColumn, toPlainDate } from './plain-date';

/**
 * Opens an action at a meeting, from its day on. @returns its id
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function openMeetingAction(
  context: Context,
  slug: string,
  form: OpenMeetingAction,
): Promise<string> {
  return change(
    context,
    { action: 'openMeetingAction', subject: slug, form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      const meeting = await findMeeting({ ...by, db: by.tx }, slug);
      if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled' });
      const date = toPlainDate(meeting.date);
      if (date > londonDay(by.now)) {
        throw new RuleError({
          '': `The board meets on ${formatDate(date)}: open it from that day on`,
        });
      }
      const { what, ownerId, due } = form;
      if (due && due < date) {
        throw new RuleError({ due: `It is due on or after the meeting of ${formatDate(date)}` });
      }
      const owner = await findOwner(by.tx, ownerId);
      if (!owner) throw new RuleError({ ownerId: 'Choose who does it' });
      const number = 1 + (await by.tx.meetingAction.count({ where: { meetingId: meeting.id } }));
      const { id } = await by.tx.meetingAction.create({
        data: {
          meetingId: meeting.id,
          number,
          recordedAt: by.now,
          ...author(by),
          what,
          ownerId,
          dueDate: toColumn(due ?? null),
        },
      });
      await by.record({
        kind: 'meeting_action.opened',
        meetingId: meeting.id,
        meetingActionId: id,
        personId: ownerId,
      });
      return id;
    },
    (event) => event.meetingActionId ?? '',
  );
}

/** One step of one action, from the lock to the audit event. */
function step(
  context: Context,
  id: string,
  form: MeetingActionWords,
  kind: MeetingActionEventKind,
): Promise<void> {
  return change(
    context,
    { action: `meetingAction.${kind}`, subject: id, form },
    async (by) => {
      await lock(by.tx, `meeting action ${id}`);
      const action = isId(id)
        ? await by.tx.meetingAction.findUnique({
            where: { id },
            include: { events: { orderBy: { number: 'asc' } } },
          })
        : null;
      // Somebody who may read nothing learns nothing of what there is.
      demand(context, 'read');
      if (!action) throw new NotFoundError('That meeting action');
      if (kind === 'done') demand(context, 'closeMeetingAction', { ownerId: action.ownerId });
      else demand(context, 'manageMeetings');
      const refused = refuseStep(meetingActionState(action.events), kind);
      if (refused) throw new RuleError({ '': refused });
      const number = action.events.length + 1;
      const { words } = form;
      await by.tx.meetingActionEvent.create({
        data: { actionId: id, number, kind, recordedAt: by.now, ...author(by), words },
      });
      await by.record({
        kind: `meeting_action.${kind}`,
        meetingId: action.meetingId,
        meetingActionId: id,
        subjectNumber: number,
      });
    },
    () => undefined,
  );
}

/** Says that an action is done, by its owner or an officer. @throws NotFoundError, NotAllowedError, RuleError */
export function closeMeetingAction(context: Context, id: string, form: MeetingActionWords) {
  return step(context, id, form, 'done');
}

/** Opens one again that was done or withdrawn. @throws NotFoundError, NotAllowedError, RuleError */
export function reopenMeetingAction(context: Context, id: string, form: MeetingActionWords) {
  return step(context, id, form, 'reopened');
}

/** Takes one off that was opened in error. @throws NotFoundError, NotAllowedError, RuleError */
export function withdrawMeetingAction(context: Context, id: string, form: MeetingActionWords) {
  return step(context, id, form, 'withdrawn');
}
