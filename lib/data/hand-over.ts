import { z } from 'zod';
import type { HandOver } from '@/lib/domain/access';
import { RuleError } from '@/lib/domain/errors';
import type { HandOverView } from '@/lib/domain/hand-over-view';
import { meetingActionState } from '@/lib/domain/meeting-action';
import { mayOwn } from '@/lib/domain/permissions';
import { type Item, type Person, Prisma } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { lock } from './lock';
import { findOwner, personRow } from './people';
import { queryRows } from './query-rows';
import { appendUpdate, ownedBy } from './status-updates';
import { visibleItem } from './visibility';

const ID = z.object({ id: z.string() });
const COUNT = z.object({ count: z.number() });

/**
 * The open items that somebody owns and the actor may see, in the order of their references.
 * @param locked until the transaction ends
 */
async function openItems(
  { actor }: Context,
  db: Pick<Transaction, '$queryRaw' | 'item'>,
  personId: string,
  locked = false,
): Promise<Item[]> {
  const rows = await queryRows(db, ID)`
    SELECT i.id FROM "Item" i
    WHERE i."ownerId" = ${personId}::uuid AND i.lifecycle = 'open' AND ${visibleItem(actor)}
    ORDER BY i.kind, i.ordinal ${locked ? Prisma.sql`FOR UPDATE` : Prisma.empty}`;
  const items = await db.item.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const place = new Map(rows.map(({ id }, index) => [id, index]));
  return items.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** How many meeting actions somebody has still to do: see meetingActionState in lib/domain. */
export async function countOpenMeetingActions(
  db: Pick<Transaction, '$queryRaw'>,
  ownerId: string,
): Promise<number> {
  const [counted] = await queryRows(db, COUNT)`
    SELECT count(*)::int AS count FROM "MeetingAction" a
    WHERE a."ownerId" = ${ownerId}::uuid AND coalesce((
      SELECT e.kind::text FROM "MeetingActionEvent" e
      WHERE e."actionId" = a.id ORDER BY e.number DESC LIMIT 1
    ), 'reopened') = 'reopened'`;
  return counted?.count ?? 0;
}

async function openMeetingActions(db: Pick<Transaction, 'meetingAction'>, ownerId: string) {
  const actions = await db.meetingAction.findMany({
    where: { ownerId },
    include: { events: { orderBy: { number: 'asc' } }, meeting: true },
    orderBy: [{ meetingId: 'asc' }, { number: 'asc' }],
  });
  return actions.filter(({ events }) => meetingActionState(events) === 'open');
}

/** What would change hands. @throws NotFoundError, NotAllowedError */
export async function getHandOver(context: Context, personId: string): Promise<HandOverView> {
  demand(context, 'handOver');
  const { db } = context;
  const { id, name } = await personRow(db, personId);
  const [items, actions] = await Promise.all([
    openItems(context, db, id),
    openMeetingActions(db, id),
  ]);
  return {
    id,
    name,
    items: items.map(({ kind, reference, shortTitle }) => ({ kind, reference, shortTitle })),
    meetingActions: actions.map(({ what, meeting, number }) => ({
      what,
      meeting: meeting.slug,
      number,
    })),
  };
}

/**
 * Gives everything open that somebody owns to one other person, or nothing of it.
 * @returns how many items and meeting actions changed hands
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function handOver(context: Context, personId: string, form: HandOver): Promise<void> {
  return change(
    context,
    { action: 'handOver', subject: personId, form },
    async (by) => {
      demand(context, 'handOver');
      // Two who hand over for the same person take turns.
      await lock(by.tx, `hand over ${personId}`);
      const person = await personRow(by.tx, personId);
      if (form.toId === person.id) throw new RuleError({ toId: 'Choose somebody else' });
      const items = await openItems(context, by.tx, person.id, true);
      const to = await findOwner(by.tx, form.toId);
      if (!to) throw new RuleError({ toId: 'Choose who takes it over' });
      const actions = await openMeetingActions(by.tx, person.id);
      if (items.length + actions.length === 0) {
        throw new RuleError({ '': `${person.name} owns nothing that is open` });
      }
      const hidden = items.filter((item) => !mayOwn(to, item));
      if (hidden.length > 0) {
        const references = hidden.map(({ reference }) => reference).join(', ');
        throw new RuleError({
          toId: `${references} ${hidden.length === 1 ? 'is' : 'are'} restricted, and hidden from them: choose somebody else, or hand over one by one`,
        });
      }
      const words = `Handed over from ${person.position}: ${form.reason}`;
      for (const item of items) {
        const keeps = item.leadOrganisationId !== person.organisationId;
        const lead = keeps ? (item.leadOrganisationId ?? undefined) : undefined;
        await appendUpdate(by, item, 'owner', ownedBy(item, to, lead), { words });
      }
      for (const action of actions) await giveAction(by, action, to, words);
      await by.record({
        kind: 'person.handed_over',
        personId: person.id,
        reason: form.reason,
        changes: [
          { field: 'ownerId', from: person.id, to: to.id },
          { field: 'meetingActions', from: null, to: actions.length },
        ],
      });
    },
    () => undefined,
  );
}

/** A meeting action says for good whose it is: it is withdrawn, and opened anew for the other. */
async function giveAction(
  by: Change,
  action: Awaited<ReturnType<typeof openMeetingActions>>[number],
  to: Pick<Person, 'id'>,
  words: string,
): Promise<void> {
  const { id: actionId, meetingId, what, dueDate } = action;
  const when = { recordedAt: by.now, ...author(by) };
  const number = action.events.length + 1;
  await by.tx.meetingActionEvent.create({
    data: { actionId, number, kind: 'withdrawn', words, ...when },
  });
  await by.record({
    kind: 'meeting_action.withdrawn',
    meetingId,
    meetingActionId: actionId,
    subjectNumber: number,
  });
  const last = await by.tx.meetingAction.count({ where: { meetingId } });
  const opened = await by.tx.meetingAction.create({
    data: { meetingId, number: last + 1, what, dueDate, ownerId: to.id, ...when },
  });
  await by.record({
    kind: 'meeting_action.opened',
    meetingId,
    meetingActionId: opened.id,
    personId: to.id,
  });
}
