import type { Context } from '@/lib/data/context';
import { addGrouping } from '@/lib/data/groupings';
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

/** One of the board's own strategic objectives, after the others. @returns its id */
export function buildObjective(context: Context, name: string): Promise<string> {
  return addGrouping(context, { ...opened(), kind: 'objective', name });
}
