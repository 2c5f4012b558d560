import {
  type ArrangedRow,
  type ArrangeRecommendations,
  type Rearranged,
  rearranged,
  refuseRow,
} from '@/lib/domain/arrangement';
import { ConflictError, type ConflictingChange, RuleError } from '@/lib/domain/errors';
import type { Item } from '@/prisma/client/client';
import { type Change, change } from './change';
import { demandLatest } from './conflicts';
import { type Context, demand } from './context';
import { demandKind, demandOpen, lockItem } from './items';
import { appendUpdate, newOwner } from './status-updates';

interface Touched {
  item: Item;
  sent: ArrangedRow;
  changed: Rearranged;
}

/**
 * Sets our role, the owner and the lead of recommendations, many at once. Only rows that somebody
 * changed are written, each as updates of its own; all of them, or where one cannot be, none.
 * @throws NotFoundError, NotAllowedError, ConflictError with what was saved about those rows,
 * RuleError at their fields
 */
export function arrangeRecommendations(
  context: Context,
  form: ArrangeRecommendations,
): Promise<void> {
  return change(
    context,
    { action: 'arrangeRecommendations', form },
    async (by) => {
      const touched = await lockTouched(by, form.rows);
      for (const { item, changed } of touched) {
        if (changed.ourRole) demand(context, 'setOurRole', item);
        if (changed.owner) demand(context, 'setOwner', item);
      }
      if (touched.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
      await demandLatestRows(by, touched, form.basedOn);
      const wrong: Record<string, string> = {};
      for (const one of touched) {
        try {
          await save(by, one);
        } catch (error) {
          if (!(error instanceof RuleError)) throw error;
          for (const [field, message] of Object.entries(error.fields)) {
            const name = field || (one.changed.ourRole ? 'ourRole' : 'ownerId');
            wrong[`rows.${one.item.reference}.${name}`] = message;
          }
        }
      }
      if (Object.keys(wrong).length > 0) throw new RuleError(wrong);
    },
    () => undefined,
  );
}

/** The rows that differ from what they were drawn from, their items locked in the order of ids, like all others. */
async function lockTouched(by: Change, rows: ArrangeRecommendations['rows']): Promise<Touched[]> {
  const sent = Object.entries(rows);
  const drawn = await by.tx.statusUpdate.findMany({
    where: { OR: sent.map(([reference, { number }]) => ({ item: { reference }, number })) },
    include: { item: { select: { id: true, reference: true } } },
  });
  const ids = new Map(drawn.map(({ item }) => [item.reference, item.id]));
  const place = (reference: string) => ids.get(reference) ?? reference;
  sent.sort(([a], [b]) => place(a).localeCompare(place(b)));
  const touched: Touched[] = [];
  for (const [reference, row] of sent) {
    const from = drawn.find(({ item }) => item.reference === reference);
    // A number that is not there yet is no row to be drawn from: its item says so, or is unknown.
    const changed = from ? rearranged(from, row) : { ourRole: true, owner: false };
    if (!changed) continue;
    const item = await lockItem(by, reference);
    demandKind(item, 'recommendation');
    touched.push({ item, sent: row, changed });
  }
  return touched;
}

/**
 * A form is based on as many rows as it has. Who was told of a conflict sends it again based on
 * the sum of the numbers they were told: any further change to one of the rows makes it another.
 */
async function demandLatestRows(
  by: Change,
  touched: readonly Touched[],
  basedOn: number,
): Promise<void> {
  const sum = touched.reduce((total, { item }) => total + item.number, 0);
  const stale = touched.filter(({ item, sent }) => item.number !== sent.number);
  if (stale.length === 0 || sum === basedOn) return;
  const changes: ConflictingChange[] = [];
  for (const { item, sent } of stale) {
    try {
      await demandLatest(by, item, sent.number);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      changes.push(
        ...error.changes.map((one) => ({ ...one, what: `${item.reference}: ${one.what}` })),
      );
    }
  }
  throw new ConflictError(sum, changes);
}

async function save(by: Change, { item, sent, changed }: Touched): Promise<void> {
  demandOpen(item);
  const refused = refuseRow(sent, changed);
  if (refused) throw new RuleError(refused);
  if (changed.ourRole && sent.ourRole && sent.ourRole !== item.ourRole) {
    await appendUpdate(by, item, 'our_role', { ourRole: sent.ourRole });
  }
  if (changed.owner && sent.ownerId) {
    const form = {
      ownerId: sent.ownerId,
      leadOrganisationId: sent.leadOrganisationId || undefined,
    };
    await appendUpdate(by, item, 'owner', await newOwner(by, item, form));
  }
}
