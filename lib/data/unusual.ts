import { z } from 'zod';
import type { NotAllowedError } from '@/lib/domain/errors';
import { PERMISSIONS, type Permission, type PersonActor } from '@/lib/domain/permissions';
import type { Caller } from '@/lib/domain/security-event';
import { type Counted, downloadsWords, isTold, refusedWords } from '@/lib/domain/unusual';
import type { Context } from './context';
import { queryRows } from './query-rows';
import { noteSecurityEvent } from './security-events';

const COUNT = z.object({ count: z.number() });
const HOUR = 60 * 60 * 1000;

type Asker = Pick<Context, 'db' | 'now'> & { actor: PersonActor };

/** Counts once more, in one statement: of many at once each has a number of its own. */
async function countUp({ db, now, actor }: Asker, kind: Counted) {
  const since = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const [row] = await queryRows(db, COUNT)`
    INSERT INTO "HourlyCount" ("personId", kind, hour, count)
    VALUES (${actor.id}::uuid, ${kind}, ${since}, 1)
    ON CONFLICT ("personId", kind, hour) DO UPDATE SET count = "HourlyCount".count + 1
    RETURNING count`;
  return { count: row?.count ?? 1, since };
}

/** Notes that somebody was refused what their role does not let them do: some of many. */
export async function noteRefusedAction(
  asker: Asker,
  caller: Caller,
  { permission, message }: Pick<NotAllowedError, 'permission' | 'message'>,
): Promise<void> {
  const { count, since } = await countUp(asker, 'refused');
  if (!isTold('refused', count)) return;
  const what = permission ? PERMISSIONS[permission as Permission].says : message;
  const detail = refusedWords(what, count, since);
  await noteSecurityEvent(asker, {
    kind: 'action.refused',
    personId: asker.actor.id,
    caller,
    detail,
  });
}

/** Counts a file that somebody is handed, and notes when there are unusually many. */
export async function countDownload(asker: Asker, caller: Caller): Promise<void> {
  const { count, since } = await countUp(asker, 'downloads');
  if (!isTold('downloads', count)) return;
  await noteSecurityEvent(asker, {
    kind: 'downloads.many',
    personId: asker.actor.id,
    caller,
    detail: downloadsWords(count, since),
  });
}
