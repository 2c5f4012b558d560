import { recordAttendance } from '@/lib/data/attendance';
import { getAttendance } from '@/lib/data/attendance-view';
import type { Context } from '@/lib/data/context';
import { closeMeetingAction, openMeetingAction } from '@/lib/data/meeting-actions';
import { setMembership } from '@/lib/data/membership';
import { saveMinutes } from '@/lib/data/minutes';
import { getMinutes } from '@/lib/data/minutes-view';
import type { RecordAttendance } from '@/lib/domain/attendance';
import type { BoardCapacity } from '@/lib/domain/membership';
import type { MinutesSection } from '@/lib/domain/minutes';
import { opened } from './register';

/** Gives somebody a seat on the board. */
export async function seat(
  context: Context,
  personId: string,
  from: string,
  capacity: BoardCapacity = 'member',
): Promise<void> {
  const basedOn = await context.db.boardMembership.count({ where: { personId } });
  const form = { ...opened(), basedOn, personId, capacity, from };
  await setMembership(context, { ...form, until: undefined, removed: false });
}

/** Records who came, as a freshly opened form would. */
export async function attend(
  context: Context,
  slug: string,
  form: Partial<Omit<RecordAttendance, 'submissionId' | 'basedOn'>>,
): Promise<void> {
  const { number } = await getAttendance(context, slug);
  await recordAttendance(context, slug, {
    entries: [],
    othersPresent: undefined,
    declarations: [],
    ...form,
    ...opened(),
    basedOn: number,
  });
}

/** An action of a meeting. @returns its id */
export function buildMeetingAction(
  context: Context,
  slug: string,
  ownerId: string,
  what = 'Write to the prison about leaving dates',
  due?: string,
): Promise<string> {
  return openMeetingAction(context, slug, { ...opened(), what, ownerId, due });
}

/** One that is done. @returns its id */
export async function buildDoneAction(
  context: Context,
  slug: string,
  ownerId: string,
): Promise<string> {
  const id = await buildMeetingAction(context, slug, ownerId);
  await closeMeetingAction(context, id, { ...opened(), words: 'The letter was sent' });
  return id;
}

/** Draft minutes of one section, or of those given. */
export async function buildMinutes(
  context: Context,
  slug: string,
  words: string | readonly MinutesSection[],
): Promise<void> {
  const { number } = await getMinutes(context, slug);
  const sections = typeof words === 'string' ? [{ heading: 'Present', words }] : [...words];
  await saveMinutes(context, slug, { ...opened(), basedOn: number, sections });
}
