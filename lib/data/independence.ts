import { z } from 'zod';
import {
  HAND_KINDS,
  type Hand,
  handsSince,
  type Tie,
  tieBetween,
  tieInWords,
} from '@/lib/domain/independence';
import type { Context } from './context';
import type { Transaction } from './database';
import { queryRows } from './query-rows';

const HAND = z.object({ kind: z.enum(HAND_KINDS), by: z.string(), on: z.string(), at: z.date() });

type Where = Pick<Context, 'now'> & { db: Transaction };

/** Who had a hand in whose account, as far as it still counts. */
export async function readHands({ db, now }: Where): Promise<Hand[]> {
  return queryRows(db, HAND)`
    SELECT kind, "authorId" AS by, "personId" AS on, "recordedAt" AS at FROM "AuditEvent"
    WHERE "recordedAt" > ${handsSince(now)} AND kind = ANY(${HAND_KINDS})
      AND "personId" IS NOT NULL AND "authorId" IS NOT NULL AND "authorId" <> "personId"
      AND (kind <> 'person.changed' OR changes @> '[{"field": "email"}]')
    ORDER BY seq`;
}

/** Says a tie with the names that people have now. */
export async function sayTie({ db }: Pick<Where, 'db'>, tie: Tie): Promise<string> {
  const ids = 'hand' in tie ? [tie.hand.by, tie.hand.on] : [tie.behind];
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return tieInWords(tie, (id) => people.find((one) => one.id === id)?.name ?? 'Somebody');
}

/**
 * Why two people do not count as two, in words; null where they do.
 * @param reach see `tieBetween`
 */
export async function refuseTwo(
  where: Where,
  a: string,
  b: string,
  reach: 'direct' | 'any',
): Promise<string | null> {
  const tie = tieBetween(a, b, await readHands(where), reach);
  return tie && sayTie(where, tie);
}
