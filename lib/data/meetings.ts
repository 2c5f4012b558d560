import { formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import {
  type AddMeeting,
  type CancelMeeting,
  type EditMeeting,
  isOver,
  type MeetingDates,
  refuseChange,
  refuseDates,
} from '@/lib/domain/meeting';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import type { Meeting } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { lock } from './lock';
import { toColumn, toPlainDate } from './plain-date';

const STATE = ['date', 'startsAt', 'venue', 'updatesDue', 'papersIssued', 'cancelled'] as const;
type State = Pick<Meeting, (typeof STATE)[number]>;

const plain = (value: State[(typeof STATE)[number]]) =>
  value instanceof Date ? toPlainDate(value) : value;

function datesOf(meeting: State): MeetingDates {
  return {
    date: toPlainDate(meeting.date),
    updatesDue: toPlainDate(meeting.updatesDue),
    papersIssued: toPlainDate(meeting.papersIssued),
  };
}

/** Appends the version, projects it on the meeting, and records the change. */
async function appendVersion(
  by: Change,
  now: Meeting,
  patch: Partial<State>,
  kind: 'edited' | 'cancelled' | 'restored',
  reason: string | null = null,
): Promise<void> {
  const state = Object.fromEntries(STATE.map((field) => [field, now[field]])) as State;
  const next: State = { ...state, ...patch };
  const changes = STATE.flatMap((field): FieldChange[] => {
    const [from, to] = [plain(state[field]), plain(next[field])];
    return from === to ? [] : [{ field, from, to }];
  });
  if (changes.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
  const version = now.version + 1;
  await by.tx.meetingVersion.create({
    data: { meetingId: now.id, version, recordedAt: by.now, ...author(by), ...next, reason },
  });
  await by.tx.meeting.update({ where: { id: now.id }, data: { version, ...next } });
  await by.record({
    kind: `meeting.${kind}`,
    meetingId: now.id,
    subjectNumber: version,
    changes,
    reason,
  });
}

/** Its first date, and a number for a second one on that day. It never changes. */
async function freeSlug({ tx }: Change, date: PlainDate): Promise<string> {
  const taken = await tx.meeting.findMany({
    where: { slug: { startsWith: date } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = date;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${date}-${number}`;
  return slug;
}

/** Behind the lock on meetings. @returns its address. @throws RuleError */
export async function insertMeeting(
  by: Change,
  form: Omit<AddMeeting, 'submissionId'>,
): Promise<string> {
  const { date, startsAt, venue, updatesDue = null, papersIssued = null } = form;
  const dates: MeetingDates = { date, updatesDue, papersIssued };
  const refused = refuseDates(dates, await getBoard({ db: by.tx }));
  if (refused) throw new RuleError(refused);
  const same = await by.tx.meeting.findFirst({
    where: { date: toColumn(date), startsAt, cancelled: false },
  });
  if (same) {
    throw new RuleError({
      date: `There is a meeting on ${formatDate(date)} at ${startsAt} already`,
    });
  }
  const first = {
    version: 1,
    date: toColumn(date),
    startsAt,
    venue,
    updatesDue: toColumn(updatesDue),
    papersIssued: toColumn(papersIssued),
    cancelled: false,
  };
  const slug = await freeSlug(by, date);
  const { id } = await by.tx.meeting.create({ data: { slug, ...first } });
  await by.tx.meetingVersion.create({
    data: { meetingId: id, recordedAt: by.now, ...author(by), ...first },
  });
  await by.record({ kind: 'meeting.added', meetingId: id, subjectNumber: 1 });
  return slug;
}

/**
 * Adds a meeting, to come or in the past. @returns its address, for good
 * @throws NotAllowedError, RuleError
 */
export function addMeeting(context: Context, form: AddMeeting): Promise<string> {
  return change(
    context,
    { action: 'addMeeting', form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      return insertMeeting(by, form);
    },
    async ({ meetingId }, tx) =>
      (await tx.meeting.findUniqueOrThrow({ where: { id: meetingId ?? '' } })).slug,
  );
}

/** Refuses a form that was based on an older version. @throws ConflictError with what was saved since */
async function demandLatestVersion({ tx }: Change, meeting: Meeting, basedOn: number) {
  if (basedOn === meeting.version) return;
  const versions = await tx.meetingVersion.findMany({
    where: { meetingId: meeting.id, version: { gt: basedOn } },
    orderBy: { version: 'asc' },
    include: { author: true },
  });
  throw new ConflictError(
    meeting.version,
    versions.map((version) => ({
      who: version.author?.name ?? 'The system',
      at: version.recordedAt.toISOString(),
      what: version.cancelled ? 'Cancelled the meeting' : 'Changed the meeting',
      details: [
        { label: 'Date', value: formatDate(toPlainDate(version.date)) },
        { label: 'Starts at', value: version.startsAt },
        { label: 'Venue', value: version.venue },
        ...(version.reason ? [{ label: 'Reason', value: version.reason }] : []),
      ],
    })),
  );
}

/** One change to one meeting, from the lock to the audit event. */
function onMeeting(
  context: Context,
  action: string,
  slug: string,
  form: { submissionId: string; basedOn: number },
  run: (by: Change, meeting: Meeting) => Promise<void>,
): Promise<void> {
  return change(
    context,
    { action, subject: slug, form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      const meeting = isMeetingSlug(slug)
        ? await by.tx.meeting.findUnique({ where: { slug } })
        : null;
      if (!meeting) throw new NotFoundError('That meeting');
      await demandLatestVersion(by, meeting, form.basedOn);
      await run(by, meeting);
    },
    () => undefined,
  );
}

/**
 * Changes when and where the board meets. Its address stays.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function editMeeting(context: Context, slug: string, form: EditMeeting): Promise<void> {
  return onMeeting(context, 'editMeeting', slug, form, async (by, meeting) => {
    if (meeting.cancelled) {
      throw new RuleError({ '': 'This meeting is cancelled. Put it back on before you change it' });
    }
    const now = datesOf(meeting);
    const today = londonDay(context.now);
    const { startsAt, venue } = form;
    if (isOver(now, today) && !form.date) {
      return appendVersion(by, meeting, { startsAt, venue }, 'edited');
    }
    if (!form.date) throw new RuleError({ date: 'Enter the date of the meeting' });
    const { date, updatesDue = null, papersIssued = null } = form;
    const wanted: MeetingDates = { date, updatesDue, papersIssued };
    const refused =
      refuseChange(now, wanted, today) ?? refuseDates(wanted, await getBoard({ db: by.tx }));
    if (refused) throw new RuleError(refused);
    return appendVersion(
      by,
      meeting,
      {
        date: toColumn(date),
        startsAt,
        venue,
        updatesDue: toColumn(updatesDue),
        papersIssued: toColumn(papersIssued),
      },
      'edited',
    );
  });
}

/** Before its day ends. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function cancelMeeting(context: Context, slug: string, form: CancelMeeting): Promise<void> {
  return onMeeting(context, 'cancelMeeting', slug, form, async (by, meeting) => {
    if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled already' });
    if (isOver(datesOf(meeting), londonDay(context.now))) {
      throw new RuleError({ '': 'The day of this meeting has ended: it cannot be cancelled' });
    }
    await appendVersion(by, meeting, { cancelled: true }, 'cancelled', form.reason);
  });
}

/** Puts a cancelled meeting back on, before its day ends. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function restoreMeeting(context: Context, slug: string, form: CancelMeeting): Promise<void> {
  return onMeeting(context, 'restoreMeeting', slug, form, async (by, meeting) => {
    if (!meeting.cancelled) throw new RuleError({ '': 'This meeting is not cancelled' });
    if (isOver(datesOf(meeting), londonDay(context.now))) {
      throw new RuleError({ '': 'The day of this meeting has ended: it stays cancelled' });
    }
    await appendVersion(by, meeting, { cancelled: false }, 'restored', form.reason);
  });
}
