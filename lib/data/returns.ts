import { endOfDay } from '@/lib/domain/as-at';
import { londonDay } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import { can } from '@/lib/domain/permissions';
import { returnGroups } from '@/lib/domain/returns';
import type { ReturnsView } from '@/lib/domain/returns-view';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { MEETING_ROW } from './find-meeting';
import { itemState, STATE_ROW } from './item-state';
import { toMeeting } from './meetings-view';
import { toColumn, toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { meetings } from './record';

/**
 * Who has posted an update for a meeting, of what the reader may see: on the open items that need
 * one, since the meeting held before it ended, up to now. For a past meeting it is as it stood at
 * the end of that day.
 * @throws NotFoundError, NotAllowedError
 */
export async function getReturns(context: Context, slug: string): Promise<ReturnsView> {
  demand(context, 'read');
  const { db, now } = context;
  const [row] = isMeetingSlug(slug)
    ? await queryRows(db, MEETING_ROW)`
        SELECT m.* FROM ${meetings(context)} m WHERE m.slug = ${slug}`
    : [];
  if (!row) throw new NotFoundError('That meeting');
  const today = londonDay(now);
  const end = endOfDay(toPlainDate(row.date));
  const then: Context = end < now ? { ...context, now: end, asAt: true } : context;
  const [board, [before], rows] = await Promise.all([
    getBoard(context, context),
    queryRows(db, MEETING_ROW)`
      SELECT m.* FROM ${meetings(context)} m
      WHERE NOT m.cancelled AND m.date < ${row.date}::date AND m.date < ${toColumn(today)}::date
      ORDER BY m.date DESC, m."startsAt" DESC LIMIT 1`,
    queryRows(db, STATE_ROW)`
      SELECT s.* FROM ${itemState(then, 0)} s
      WHERE s.rated AND s.lifecycle = 'open' AND s."ourRole" IS DISTINCT FROM 'watch'
      ORDER BY s.kind::"ItemKind", s.ordinal`,
  ]);
  const items = rows.map((item) => ({
    reference: item.reference,
    kind: item.kind,
    shortTitle: item.shortTitle,
    restricted: item.restricted,
    owner: item.ownerId ? { id: item.ownerId, name: item.ownerName ?? '' } : null,
    lead: item.leadId
      ? { id: item.leadId, name: item.leadName ?? '', shortName: item.leadShortName }
      : null,
    lastUpdateAt: item.lastUpdateAt?.toISOString() ?? null,
    mayPost: !then.asAt && can(context.actor, 'setRag', item),
  }));
  const groups = returnGroups(items, before ? endOfDay(toPlainDate(before.date)) : null);
  return {
    meeting: toMeeting(row, board, today),
    previous: before ? { slug: before.slug, date: toPlainDate(before.date) } : null,
    groups,
    in: groups.reduce((sum, group) => sum + group.in.length, 0),
    total: items.length,
  };
}
