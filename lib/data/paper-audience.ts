import { z } from 'zod';
import { isOnlyViewer } from '@/lib/domain/permissions';
import { Prisma } from '@/prisma/client/client';
import type { Context } from './context';
import { queryRows } from './query-rows';
import { hidesFrom } from './visibility';

const HIDDEN = z.object({ since: z.date().nullable() });

/**
 * Who gets the members' version of which issued paper: not viewers, and nobody from whom it may
 * hide something. It is asked by the reader's present role and organisation and by the present
 * marks; and since nobody keeps which evidence a paper drew on, everything that existed when it
 * was issued and is hidden from the reader's organisation counts as being in it.
 */
export async function membersReader({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<(issue: { recordedAt: Date }) => boolean> {
  if (actor.kind === 'system') return () => true;
  if (isOnlyViewer(actor)) return () => false;
  const [hidden] = await queryRows(db, HIDDEN)`
    SELECT min(hidden.since) AS since FROM (
      SELECT i."createdAt" AS since FROM "Item" i
      WHERE i.restricted AND ${hidesFrom(actor, Prisma.sql`i."hiddenFrom"`)}
      UNION ALL
      SELECT e."recordedAt" FROM "Evidence" e
      JOIN LATERAL (
        SELECT v.kind, v."hiddenFrom" FROM "EvidenceEvent" v
        WHERE v."evidenceId" = e.id AND v.kind IN ('restricted', 'released')
        ORDER BY v.number DESC LIMIT 1
      ) mark ON mark.kind = 'restricted' AND ${hidesFrom(actor, Prisma.sql`mark."hiddenFrom"`)}
    ) hidden`;
  const since = hidden?.since;
  return ({ recordedAt }) => !since || recordedAt < since;
}
