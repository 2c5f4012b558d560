import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import { type Meeting, Prisma } from '@/prisma/client/client';
import type { Transaction } from './database';
import { queryRows } from './query-rows';
import { type Moment, meetings } from './record';

/** A row of `meetings`. */
export const MEETING_ROW = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.number(),
  date: z.date(),
  startsAt: z.string(),
  venue: z.string(),
  cancelled: z.boolean(),
  updatesDue: z.date().nullable(),
  papersIssued: z.date().nullable(),
});

/**
 * The meeting at an address, as it had been recorded by then.
 * @throws NotFoundError when there is none
 */
export async function findMeeting(
  { db, ...moment }: Moment & { db: Pick<Transaction, '$queryRaw'> },
  slug: string,
): Promise<Meeting> {
  const [meeting] = isMeetingSlug(slug)
    ? await queryRows(db, MEETING_ROW)`
        SELECT m.* FROM ${meetings(moment)} m WHERE m.slug = ${slug}`
    : [];
  if (!meeting) throw new NotFoundError('That meeting');
  return meeting;
}

/** The meetings that were not cancelled on one side of another, the nearest first. */
export function meetingsBeside(
  { db, ...moment }: Moment & { db: Pick<Transaction, '$queryRaw'> },
  meeting: Pick<Meeting, 'date' | 'startsAt'>,
  side: 'before' | 'after',
): Promise<Meeting[]> {
  const [sign, order] = side === 'before' ? ['<', 'DESC'] : ['>', 'ASC'];
  const direction = Prisma.raw(order);
  return queryRows(db, MEETING_ROW)`
    SELECT m.* FROM ${meetings(moment)} m
    WHERE NOT m.cancelled
      AND (m.date, m."startsAt") ${Prisma.raw(sign)} (${meeting.date}::date, ${meeting.startsAt})
    ORDER BY m.date ${direction}, m."startsAt" ${direction}`;
}
