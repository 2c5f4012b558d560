import { z } from 'zod';
import { NotAllowedError } from '@/lib/domain/errors';
import { systemActor } from '@/lib/domain/permissions';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { queryRows } from './query-rows';
import { standingEvidence, visibleItem } from './visibility';

const HIDDEN = z.object({ hidden: z.boolean() });

interface Reader extends Pick<Context, 'actor'> {
  db: Pick<Transaction, '$queryRaw'>;
}

/**
 * Whether a restricted item or piece of evidence is hidden from the reader at present. A draft is
 * written over everything, so its words may tell of it.
 */
export async function isKeptFrom({ actor, db }: Reader): Promise<boolean> {
  // Access follows the present, which needs no moment.
  const now = new Date(0);
  const [found] = await queryRows(db, HIDDEN)`
    SELECT EXISTS (SELECT 1 FROM "Item" i WHERE NOT (${visibleItem(actor)}))
      OR EXISTS (
        SELECT 1 FROM ${standingEvidence({ now, actor: systemActor })} e
        WHERE e.id NOT IN (SELECT seen.id FROM ${standingEvidence({ now, actor })} seen)
      ) AS hidden`;
  return found?.hidden ?? true;
}

/** @throws NotAllowedError also where something is hidden from an officer that a draft may tell of */
export async function demandDrafts(context: Context): Promise<void> {
  demand(context, 'managePapers');
  if (await isKeptFrom(context)) {
    throw new NotAllowedError(
      'Something in the register is hidden from your organisation, and a draft may tell of it. Another officer prepares this paper.',
    );
  }
}
