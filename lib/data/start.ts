import { z } from 'zod';
import { londonDay } from '@/lib/domain/dates';
import { OUR_ROLES } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { isDone, isSettled, START_NEEDS, START_STEPS, type StartFacts } from '@/lib/domain/start';
import type { ArrangementRow, StartView } from '@/lib/domain/start-view';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { toColumn } from './plain-date';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const COUNTED = z.object({
  people: z.number(),
  meetings: z.number(),
  held: z.number(),
  actions: z.number(),
  recommendations: z.number(),
  withoutRole: z.number(),
  withoutOwner: z.number(),
});
const ARRANGED = z.object({
  reference: z.string(),
  shortTitle: z.string(),
  number: z.number(),
  open: z.boolean(),
  ourRole: z.enum(OUR_ROLES).nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  leadId: z.string().nullable(),
  leadName: z.string().nullable(),
  leadShortName: z.string().nullable(),
});

/** How far a new board has come. @throws NotAllowedError */
export async function getStart(context: Context): Promise<StartView> {
  demand(context, 'read');
  const [board, [counted]] = await Promise.all([
    getBoard(context),
    queryRows(context.db, COUNTED)`
      SELECT
        (SELECT count(*)::int FROM "Person" WHERE "deactivatedAt" IS NULL) AS people,
        (SELECT count(*)::int FROM "Meeting" WHERE NOT cancelled) AS meetings,
        (SELECT count(*)::int FROM "Meeting"
          WHERE NOT cancelled AND date < ${toColumn(londonDay(context.now))}) AS held,
        (SELECT count(*)::int FROM "Item" i
          WHERE i.kind = 'local_action' AND i.lifecycle <> 'withdrawn'
            AND ${visibleItem(context.actor)}) AS actions,
        count(*)::int AS recommendations,
        count(*) FILTER (WHERE i.lifecycle = 'open' AND i."ourRole" IS NULL)::int AS "withoutRole",
        count(*) FILTER (WHERE i.lifecycle = 'open' AND i."ownerId" IS NULL
          AND i."ourRole" IS DISTINCT FROM 'watch')::int AS "withoutOwner"
      FROM "Item" i WHERE i.kind = 'recommendation' AND ${visibleItem(context.actor)}`,
  ]);
  const facts: StartFacts = {
    areas: board.areas.length,
    keyConfirmed: board.ragKeyConfirmed,
    people: counted?.people ?? 0,
    meetings: counted?.meetings ?? 0,
    held: counted?.held ?? 0,
    recommendations: counted?.recommendations ?? 0,
    withoutRole: counted?.withoutRole ?? 0,
    withoutOwner: counted?.withoutOwner ?? 0,
    actions: counted?.actions ?? 0,
  };
  const steps = START_STEPS.map((step) => ({
    step,
    done: isDone(step, facts),
    mayDo: can(context.actor, START_NEEDS[step]),
  }));
  const done = steps.filter((one) => one.done).length;
  const complete = done === steps.length;
  return { facts, boardName: board.name, steps, done, complete, settled: isSettled(facts) };
}

/** Our role, owner and lead of every recommendation, as a form shows them. @throws NotAllowedError */
export async function listArrangement(context: Context): Promise<ArrangementRow[]> {
  demand(context, 'read');
  const { actor } = context;
  const rows = await queryRows(context.db, ARRANGED)`
    SELECT i.reference, i."shortTitle", i.number, i.rated AND i.lifecycle = 'open' AS open,
      i."ourRole"::text AS "ourRole", i."ownerId", p.name AS "ownerName",
      o.id AS "leadId", o.name AS "leadName", o."shortName" AS "leadShortName"
    FROM "Item" i
    LEFT JOIN "Person" p ON p.id = i."ownerId"
    LEFT JOIN "Organisation" o ON o.id = i."leadOrganisationId"
    WHERE i.kind = 'recommendation' AND i.lifecycle <> 'withdrawn' AND ${visibleItem(actor)}
    ORDER BY i.ordinal, i.reference`;
  return rows.map((row) => {
    const subject = { kind: 'recommendation', ownerId: row.ownerId } as const;
    return {
      reference: row.reference,
      shortTitle: row.shortTitle,
      number: row.number,
      open: row.open,
      ourRole: row.ourRole,
      owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
      lead: row.leadId
        ? { id: row.leadId, name: row.leadName ?? '', shortName: row.leadShortName }
        : null,
      may: {
        setOurRole: row.open && can(actor, 'setOurRole', subject),
        setOwner: row.open && can(actor, 'setOwner', subject),
      },
    };
  });
}
