import { SYSTEM } from '@/lib/domain/activity';
import { byName } from '@/lib/domain/by-name';
import { addDays, londonInstant } from '@/lib/domain/dates';
import {
  SECURITY_EVENTS,
  type SecurityEventKind,
  type SecurityEventRow,
} from '@/lib/domain/security-event';
import {
  SECURITY_PAGE_SIZE,
  type SecurityQuery,
  type SecurityView,
} from '@/lib/domain/security-query';
import type { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';

const NAMED = {
  person: { select: { id: true, name: true } },
  by: { select: { id: true, name: true } },
} as const satisfies Prisma.SecurityEventInclude;
type Found = Prisma.SecurityEventGetPayload<{ include: typeof NAMED }>;

const NEWEST_FIRST = [
  { recordedAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.SecurityEventOrderByWithRelationInput[];
const BATCH = 500;

function toRow(found: Found): SecurityEventRow {
  const { id, recordedAt, kind, person, by, address, agent, detail } = found;
  return {
    id: String(id),
    at: recordedAt.toISOString(),
    kind,
    title: SECURITY_EVENTS[kind as SecurityEventKind] ?? kind,
    person,
    by,
    address,
    agent,
    detail,
  };
}

function asked({ person, kind, from, to }: Omit<SecurityQuery, 'page'>) {
  return {
    ...(person && { personId: person === SYSTEM ? null : person }),
    ...(kind && { kind }),
    recordedAt: {
      ...(from && { gte: londonInstant(from, 0) }),
      ...(to && { lt: londonInstant(addDays(to, 1), 0) }),
    },
  } satisfies Prisma.SecurityEventWhereInput;
}

/** Sign-ins, failures, sessions ended, newest first. @throws NotAllowedError */
export async function getSecurityEvents(
  context: Context,
  query: SecurityQuery,
): Promise<SecurityView> {
  demand(context, 'readSecurityEvents');
  const { db } = context;
  const where = asked(query);
  const [total, people, { securityMonths }] = await Promise.all([
    db.securityEvent.count({ where }),
    db.person.findMany({
      where: { securityEvents: { some: {} } },
      select: { id: true, name: true },
    }),
    getBoard(context),
  ]);
  const pages = Math.max(1, Math.ceil(total / SECURITY_PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), pages);
  const rows = await db.securityEvent.findMany({
    where,
    include: NAMED,
    orderBy: NEWEST_FIRST,
    skip: (page - 1) * SECURITY_PAGE_SIZE,
    take: SECURITY_PAGE_SIZE,
  });
  return {
    query,
    rows: rows.map(toRow),
    total,
    page,
    pages,
    people: people.sort(byName),
    months: securityMonths,
  };
}

/** The same, all pages of it, some hundred events at a time. @throws NotAllowedError */
export async function* listSecurityEvents(
  context: Context,
  query: Omit<SecurityQuery, 'page'>,
): AsyncGenerator<SecurityEventRow[]> {
  demand(context, 'readSecurityEvents');
  let last: Found | undefined;
  for (;;) {
    const found: Found[] = await context.db.securityEvent.findMany({
      where: {
        ...asked(query),
        ...(last && {
          OR: [
            { recordedAt: { lt: last.recordedAt } },
            { recordedAt: last.recordedAt, id: { lt: last.id } },
          ],
        }),
      },
      include: NAMED,
      orderBy: NEWEST_FIRST,
      take: BATCH,
    });
    if (found.length === 0) return;
    yield found.map(toRow);
    last = found.at(-1);
  }
}
