import type { z } from 'zod';
import type { PlainDate } from './dates';
import { optionalDate, requiredId, requiredText, submission } from './fields';

export const openMeetingActionSchema = submission.extend({
  what: requiredText('Say what is to be done', 500),
  ownerId: requiredId('Choose who does it'),
  due: optionalDate('The day it is due', { planned: true }),
});
export type OpenMeetingAction = z.infer<typeof openMeetingActionSchema>;

export const doneMeetingActionSchema = submission.extend({
  words: requiredText('Say what was done', 500),
});
export const changeMeetingActionSchema = submission.extend({
  words: requiredText('Say why', 500),
});
export type MeetingActionWords = z.infer<typeof doneMeetingActionSchema>;

export const MEETING_ACTION_EVENTS = ['done', 'reopened', 'withdrawn'] as const;
export type MeetingActionEventKind = (typeof MEETING_ACTION_EVENTS)[number];
export type MeetingActionState = 'open' | 'done' | 'withdrawn';

/** Where what happened to it leaves it. @param events in their order */
export function meetingActionState(
  events: ReadonlyArray<{ kind: MeetingActionEventKind }>,
): MeetingActionState {
  const last = events.at(-1)?.kind;
  return last === undefined || last === 'reopened' ? 'open' : last;
}

const REFUSED: Record<MeetingActionState, Record<MeetingActionEventKind, string | null>> = {
  open: { done: null, reopened: 'It is open already', withdrawn: null },
  done: {
    done: 'It is done already',
    reopened: null,
    withdrawn: 'It is done. Reopen it before you withdraw it',
  },
  withdrawn: {
    done: 'It was withdrawn. Reopen it before you mark it as done',
    reopened: null,
    withdrawn: 'It was withdrawn already',
  },
};

/** Why a step cannot be taken from a state; null when it can. */
export function refuseStep(state: MeetingActionState, step: MeetingActionEventKind): string | null {
  return REFUSED[state][step];
}

interface Dated {
  kind: MeetingActionEventKind;
  /** In London. */
  day: PlainDate;
}

/**
 * Whether a meeting finds an action of an earlier one: it was still open when the day of the
 * meeting began. @param events of the action, in their order
 */
export function isCarriedTo(events: readonly Dated[], meetingDay: PlainDate): boolean {
  return (
    meetingActionState(events) !== 'withdrawn' &&
    meetingActionState(events.filter(({ day }) => day < meetingDay)) === 'open'
  );
}
