import { z } from 'zod';
import { londonDay, type PlainDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { bySeat, capacityOn, type MembershipRow } from '@/lib/domain/membership';
import type { MembershipView, SeatView } from '@/lib/domain/membership-view';
import { can } from '@/lib/domain/permissions';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { type Moment, organisations, people, recordedBy } from './record';

const NAMES = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  position: z.string(),
  organisation: z.string().nullable(),
});
interface Seated extends z.infer<typeof NAMES> {
  rows: MembershipRow[];
}

type Reader = Moment & { db: Pick<Transaction, '$queryRaw' | 'boardMembership'> };

/** Everybody who was ever said to sit on the board, by the names they had then. */
async function seated({ db, ...moment }: Reader): Promise<Seated[]> {
  const said = await db.boardMembership.findMany({
    where: recordedBy(moment),
    orderBy: { number: 'asc' },
  });
  const names = await queryRows(db, NAMES)`
    SELECT p.id, p.version, p.name, p.position, o.name AS organisation
    FROM ${people(moment)} p LEFT JOIN ${organisations(moment)} o ON o.id = p."organisationId"
    WHERE p.id IN (SELECT "personId" FROM "BoardMembership")`;
  return names.flatMap((person) => {
    const rows = said
      .filter(({ personId }) => personId === person.id)
      .map((row) => ({ ...row, from: toPlainDate(row.from), until: toPlainDate(row.until) }));
    return rows.length > 0 ? [{ ...person, rows }] : [];
  });
}

/** Who sat on the board on a day, the chair first. */
export async function membersOn(reader: Reader, day: PlainDate) {
  return (await seated(reader))
    .flatMap(({ rows, ...person }) => {
      const capacity = capacityOn(rows, day);
      return capacity ? [{ ...person, capacity }] : [];
    })
    .sort(bySeat);
}

function toSeat({ rows, version: _, ...person }: Seated): SeatView[] {
  const latest = rows.at(-1);
  if (!latest || latest.removed) return [];
  const { number, capacity, from, until } = latest;
  return [{ ...person, number, capacity, from, until }];
}

/** The board's members, and who was or will be one. @throws NotAllowedError */
export async function listMembership(context: Context): Promise<MembershipView> {
  demand(context, 'read');
  const today = londonDay(context.now);
  const all = await seated(context);
  const now = all.filter(({ rows }) => capacityOn(rows, today) !== null);
  const capacityNow = new Map(now.map(({ id, rows }) => [id, capacityOn(rows, today)]));
  return {
    members: now
      .flatMap(toSeat)
      .map((seat) => ({ ...seat, capacity: capacityNow.get(seat.id) ?? seat.capacity }))
      .sort(bySeat),
    others: all
      .filter(({ id }) => !capacityNow.has(id))
      .flatMap(toSeat)
      .sort((one, other) => other.from.localeCompare(one.from) || bySeat(one, other)),
    mayManage: can(context.actor, 'manageMeetings') && !context.asAt,
  };
}

/** What was said last about somebody's seat. @throws NotFoundError, NotAllowedError */
export async function getSeat(context: Context, personId: string): Promise<SeatView> {
  demand(context, 'read');
  const [seat] = (await seated(context)).filter(({ id }) => id === personId).flatMap(toSeat);
  if (!seat) throw new NotFoundError('That member of the board');
  return seat;
}
