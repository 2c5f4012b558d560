import { z } from 'zod';
import {
  ACTIVITY_PAGE_SIZE,
  type ActivityQuery,
  type ActivityRow,
  type ActivityView,
} from '@/lib/domain/activity';
import { demandSearch } from '@/lib/domain/address-query';
import { byName } from '@/lib/domain/by-name';
import { can } from '@/lib/domain/permissions';
import { Prisma } from '@/prisma/client/client';
import { askedEvents } from './activity-filters';
import { activityRows } from './activity-rows';
import { type Context, demand } from './context';
import { queryRows } from './query-rows';

const TOTAL = z.object({ total: z.number() });
const EVENT_PLACE = z.object({ seq: z.bigint(), recordedAt: z.date() });
const EVENT_SEQ = EVENT_PLACE.pick({ seq: true });

const NEWEST_FIRST = Prisma.sql`ORDER BY a."recordedAt" DESC, a.seq DESC`;
const BATCH = 500;

/**
 * What was changed, exported and downloaded, by whom, newest first, as far as the reader may know
 * of it: the restricted rule is part of the question, so counts and pages follow it too. Always of
 * the present: what is written down here has its time beside it.
 * @throws NotAllowedError, RuleError for a search that is too long
 */
export async function getActivity(context: Context, query: ActivityQuery): Promise<ActivityView> {
  demand(context, 'read');
  demandSearch(query.subject, 'subject');
  const { db, actor } = context;
  const asked = askedEvents(actor, query);
  const [counted, people] = await Promise.all([
    queryRows(db, TOTAL)`
      SELECT count(*)::int AS total FROM "AuditEvent" a WHERE ${asked}`,
    db.person.findMany({ select: { id: true, name: true } }),
  ]);
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / ACTIVITY_PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), pages);
  const found = await queryRows(db, EVENT_SEQ)`
    SELECT a.seq FROM "AuditEvent" a WHERE ${asked} ${NEWEST_FIRST}
    LIMIT ${ACTIVITY_PAGE_SIZE} OFFSET ${(page - 1) * ACTIVITY_PAGE_SIZE}`;
  return {
    query,
    rows: await activityRows(
      context,
      found.map(({ seq }) => seq),
    ),
    total,
    page,
    pages,
    people: people.sort(byName),
    maySeeSecurity: can(actor, 'readSecurityEvents'),
  };
}

/**
 * The same, all pages of it, some hundred events at a time so that memory stays bounded.
 * @throws NotAllowedError, RuleError for a search that is too long
 */
export async function* listActivity(
  context: Context,
  query: Omit<ActivityQuery, 'page'>,
): AsyncGenerator<ActivityRow[]> {
  demand(context, 'read');
  demandSearch(query.subject, 'subject');
  const { db, actor } = context;
  const asked = askedEvents(actor, query);
  let last: z.infer<typeof EVENT_PLACE> | undefined;
  for (;;) {
    const before = last
      ? Prisma.sql`(a."recordedAt", a.seq) < (${last.recordedAt}::timestamptz, ${last.seq}::bigint)`
      : Prisma.sql`TRUE`;
    const found = await queryRows(db, EVENT_PLACE)`
      SELECT a.seq, a."recordedAt" FROM "AuditEvent" a
      WHERE ${asked} AND ${before} ${NEWEST_FIRST} LIMIT ${BATCH}`;
    if (found.length === 0) return;
    yield await activityRows(
      context,
      found.map(({ seq }) => seq),
    );
    last = found.at(-1);
  }
}
