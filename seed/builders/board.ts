import { author, type Context } from '@/lib/data/context';
import { addMeeting, editMeeting } from '@/lib/data/meetings';
import { getMeeting } from '@/lib/data/meetings-view';
import type { AddMeeting } from '@/lib/domain/meeting';
import { opened } from './register';

/** A meeting of which only what matters is said. @returns its address */
export function buildMeeting(
  context: Context,
  meeting: Pick<AddMeeting, 'date' | 'startsAt' | 'venue'> & Partial<AddMeeting>,
): Promise<string> {
  return addMeeting(context, { ...opened(), ...meeting });
}

/** Moves a meeting to another place. */
export async function moveMeeting(context: Context, slug: string, venue: string): Promise<void> {
  const { version, date, startsAt } = await getMeeting(context, slug);
  await editMeeting(context, slug, { ...opened(), basedOn: version, date, startsAt, venue });
}

/** One of the board's own strategic objectives, O1 …. @returns its id */
export async function buildObjective(context: Context, code: string, name: string) {
  const { db, now } = context;
  const { id } = await db.grouping.create({
    data: { kind: 'objective', code, ordinal: Number(code.slice(1)), version: 1, name },
  });
  await db.groupingVersion.create({
    data: { groupingId: id, version: 1, name, recordedAt: now, ...author(context) },
  });
  return id;
}
