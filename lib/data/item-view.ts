import { z } from 'zod';
import { dateMoves } from '@/lib/domain/due-date';
import { NotFoundError } from '@/lib/domain/errors';
import {
  COMMITMENT_KINDS,
  GROUPING_KINDS,
  ITEM_KINDS,
  type ItemKind,
  LIFECYCLES,
  LINK_STRENGTHS,
  OUR_ROLES,
  OUTCOMES,
  prefixOf,
} from '@/lib/domain/item';
import { can as allowed } from '@/lib/domain/permissions';
import { RAG_STATUSES } from '@/lib/domain/rag';
import { isTombstone } from '@/lib/domain/redaction';
import { isNational } from '@/lib/domain/source';
import type { ItemView, StatementView, UpdateView } from '@/lib/domain/view';
import type { PersonVersion, Statement, StatusUpdate } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { listEvidence } from './evidence-view';
import { listImportedNotes } from './imported-notes';
import { itemState, STATE_ROW, toLinkedItem } from './item-state';
import { ragAtMeetings } from './movement';
import { toPlainDate } from './plain-date';
import { listProposals } from './proposals-view';
import { queryRows } from './query-rows';
import { listItemQuestions } from './questions-view';
import { groupings, items, organisations, people, recordedBy, sources } from './record';
import { redactionsOf } from './redactions-view';
import { getRestriction } from './restriction-view';
import { standingLinks, visibleItem } from './visibility';

/** An item as its latest rows have it, with the names it needs. */
const ITEM_ROW = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(ITEM_KINDS),
  ordinal: z.number(),
  sourceId: z.string().nullable(),
  parentId: z.string().nullable(),
  rated: z.boolean(),
  commitmentKind: z.enum(COMMITMENT_KINDS).nullable(),
  number: z.number(),
  rag: z.enum(RAG_STATUSES),
  headline: z.string().nullable(),
  ownerId: z.string().nullable(),
  leadOrganisationId: z.string().nullable(),
  ourRole: z.enum(OUR_ROLES).nullable(),
  firstDueDate: z.date().nullable(),
  dueDate: z.date().nullable(),
  reviewDate: z.date().nullable(),
  lifecycle: z.enum(LIFECYCLES),
  outcome: z.enum(OUTCOMES).nullable(),
  closedOn: z.date().nullable(),
  wordingNumber: z.number(),
  shortTitle: z.string(),
  text: z.string(),
  yourReference: z.string().nullable(),
  lastUpdateAt: z.date().nullable(),
  ownerName: z.string().nullable(),
  ownerPosition: z.string().nullable(),
  ownerHome: z.string().nullable(),
  leadName: z.string().nullable(),
  leadShortName: z.string().nullable(),
});
type ItemRow = z.infer<typeof ITEM_ROW>;

const LINKED_ROW = STATE_ROW.extend({
  strength: z.enum(LINK_STRENGTHS).nullable(),
  relation: z.enum(['link', 'parent', 'child']),
});
const NEIGHBOURS = z.object({ previous: z.string().nullable(), next: z.string().nullable() });
const SOURCE_NAME = z.object({
  prefix: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string(),
});
/** What an item is linked to beside items: a grouping, or a body. */
const END_ROW = z.object({
  grouping: z
    .object({
      id: z.string(),
      kind: z.enum(GROUPING_KINDS),
      code: z.string(),
      name: z.string(),
      retired: z.boolean(),
    })
    .nullable(),
  closestFit: z.boolean(),
  body: z.string().nullable(),
  nowCalled: z.string().nullable(),
  capacity: z.string().nullable(),
});

type Authored<T> = T & { author: PersonVersion | null };

function toUpdate(row: Authored<StatusUpdate>): UpdateView {
  const { number, kind, rag, headline, words, recovery, nextStep } = row;
  return {
    number,
    kind,
    at: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
    rag,
    headline,
    words,
    recovery,
    nextStep,
  };
}

function toStatement(row: Authored<Statement>): StatementView {
  return {
    number: row.number,
    words: row.words,
    // What stands in its place is no address.
    url: isTombstone(row.url) ? null : row.url,
    statedOn: toPlainDate(row.statedOn),
    at: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
  };
}

/** What a reader may do to an item as it stands; the writes ask again. */
function mayDo({ actor, asAt }: Context, item: ItemRow, pending: boolean): ItemView['may'] {
  const can: typeof allowed = asAt ? () => false : allowed;
  const open = item.rated && item.lifecycle === 'open';
  const localAction = item.kind === 'local_action';
  return {
    ask: open && can(actor, 'askQuestion'),
    setOwner: open && can(actor, 'setOwner', item),
    setRag: open && can(actor, 'setRag', item),
    addEvidence: open && can(actor, 'addEvidence', item),
    stateResponse: open && can(actor, 'stateResponse', item),
    statePosition: can(actor, 'statePosition', item),
    setOurRole: open && item.kind === 'recommendation' && can(actor, 'setOurRole', item),
    edit: open && localAction && can(actor, 'editLocalActions', item),
    correctFirstDate:
      open &&
      localAction &&
      item.dueDate !== null &&
      toPlainDate(item.dueDate) === toPlainDate(item.firstDueDate) &&
      can(actor, 'correctFirstDate'),
    proposeExtension:
      open && localAction && !!item.dueDate && !pending && can(actor, 'propose', item),
    proposeClosure: open && !pending && can(actor, 'propose', item),
    proposeReopening: item.lifecycle === 'closed' && !pending && can(actor, 'propose', item),
    decide: pending && can(actor, 'decide'),
    restrict: localAction && can(actor, 'restrict', item),
    map: !localAction && can(actor, 'manageSources'),
    reword:
      item.kind === 'recommendation' &&
      !isNational(prefixOf(item.reference)) &&
      can(actor, 'manageSources'),
  };
}

/** The items linked to this one in either direction, parent and children included. */
function linkedItems(context: Context, item: ItemRow, dueSoonDays: number) {
  const state = itemState(context, dueSoonDays);
  const links = standingLinks(context);
  return queryRows(context.db, LINKED_ROW)`
    WITH relation AS (
      SELECT l."toItemId" AS id, l.strength::text, 'link' AS relation
      FROM ${links} l WHERE l."fromId" = ${item.id}::uuid AND l."toItemId" IS NOT NULL
      UNION SELECT l."fromId", l.strength::text, 'link'
      FROM ${links} l WHERE l."toItemId" = ${item.id}::uuid
      UNION SELECT c.id, NULL, 'child' FROM "Item" c WHERE c."parentId" = ${item.id}::uuid
      UNION SELECT ${item.parentId}::uuid, NULL, 'parent'
    )
    SELECT s.*, r.strength, r.relation FROM relation r JOIN ${state} s ON s.id = r.id
    ORDER BY s.ordinal`;
}

/** References before and after this one in its register. */
async function neighbours(context: Context, item: ItemRow) {
  const table = items(context);
  const seen = visibleItem(context.actor);
  const [row] = await queryRows(context.db, NEIGHBOURS)`
    SELECT
      (SELECT i.reference FROM ${table} i WHERE i.kind = ${item.kind}::"ItemKind"
        AND i.ordinal < ${item.ordinal} AND i.lifecycle <> 'withdrawn' AND ${seen}
        ORDER BY i.ordinal DESC LIMIT 1) AS previous,
      (SELECT i.reference FROM ${table} i WHERE i.kind = ${item.kind}::"ItemKind"
        AND i.ordinal > ${item.ordinal} AND i.lifecycle <> 'withdrawn' AND ${seen}
        ORDER BY i.ordinal LIMIT 1) AS next`;
  return row ?? { previous: null, next: null };
}

/**
 * Everything a page about one item shows.
 * @param reference 'R11', 'C3.1', 'A12'
 * @throws NotFoundError when there is none, or the actor may not see it
 */
export async function getItem(context: Context, reference: string): Promise<ItemView> {
  demand(context, 'read');
  const { db, actor } = context;
  const [row] = await queryRows(db, ITEM_ROW)`
    SELECT i.id, i.reference, i.kind::text AS kind, i.ordinal, i."sourceId", i."parentId", i.rated,
      i."commitmentKind"::text AS "commitmentKind", i.number, i.rag::text AS rag, i.headline,
      i."ownerId", i."leadOrganisationId", i."ourRole"::text AS "ourRole", i."firstDueDate",
      i."dueDate", i."reviewDate", i.lifecycle::text AS lifecycle, i.outcome::text AS outcome,
      i."closedOn", i."wordingNumber", i."shortTitle", i.text, i."yourReference",
      i."lastUpdateAt",
      owner.name AS "ownerName", owner.position AS "ownerPosition", home.name AS "ownerHome",
      lead.name AS "leadName", lead."shortName" AS "leadShortName"
    FROM ${items(context)} i
    LEFT JOIN ${people(context)} owner ON owner.id = i."ownerId"
    LEFT JOIN ${organisations(context)} home ON home.id = owner."organisationId"
    LEFT JOIN ${organisations(context)} lead ON lead.id = i."leadOrganisationId"
    WHERE i.reference = ${reference} AND ${visibleItem(actor)}`;
  if (!row) throw new NotFoundError(reference);
  const { id } = row;
  const newest = { number: 'desc' } as const;
  const then = recordedBy(context);
  const board = await getBoard(context, context);
  const [
    fixed,
    [source],
    wording,
    stateRows,
    updates,
    statements,
    links,
    evidenceList,
    proposals,
    restriction,
    questions,
    redactions,
    imported,
  ] = await Promise.all([
    db.item.findUniqueOrThrow({
      where: { id },
      select: {
        deadlines: { orderBy: { date: { sort: 'asc', nulls: 'last' } } },
        readings: { where: then, orderBy: { readOn: 'desc' }, include: { author: true } },
      },
    }),
    queryRows(db, SOURCE_NAME)`
        SELECT s.prefix, s.title, s.publisher, s.published FROM ${sources(context)} s
        WHERE s.id = ${row.sourceId}::uuid`,
    db.itemWording.findFirstOrThrow({ where: { itemId: id, ...then }, orderBy: newest }),
    queryRows(db, STATE_ROW)`
        SELECT * FROM ${itemState(context, board.dueSoonDays)} s WHERE s.id = ${id}::uuid`,
    db.statusUpdate.findMany({
      where: { itemId: id, ...then },
      orderBy: newest,
      include: { author: true },
    }),
    db.statement.findMany({
      where: { itemId: id, ...then },
      orderBy: newest,
      include: { author: true },
    }),
    queryRows(db, END_ROW)`
        SELECT CASE WHEN g.id IS NOT NULL THEN json_build_object(
            'id', g.id, 'kind', g.kind, 'code', g.code, 'name', g.name, 'retired', g.retired
          ) END AS grouping, l."closestFit", o.name AS body, o."nowCalled", l.capacity
        FROM ${standingLinks(context)} l
        LEFT JOIN ${groupings(context)} g ON g.id = l."toGroupingId"
        LEFT JOIN ${organisations(context)} o ON o.id = l."organisationId"
        WHERE l."fromId" = ${id}::uuid AND l."toItemId" IS NULL
        ORDER BY g.kind, g.ordinal, l.seq`,
    listEvidence(context, id),
    listProposals(context, id),
    getRestriction(context, id),
    listItemQuestions(context, id),
    redactionsOf(context, { itemId: id }, reference),
    listImportedNotes(context, id),
  ]);
  const state = stateRows[0];
  if (!state) throw new NotFoundError(reference);
  const [related, beside, strip] = await Promise.all([
    linkedItems(context, row, board.dueSoonDays),
    neighbours(context, row),
    ragAtMeetings(context, updates),
  ]);
  const linked = (kind: ItemKind) =>
    related.filter((one) => one.relation === 'link' && one.kind === kind).map(toLinkedItem);
  const said = updates.map(toUpdate);
  const responses = statements.filter((one) => one.kind === 'our_response').map(toStatement);
  const positions = statements.filter((one) => one.kind === 'national_position').map(toStatement);
  return {
    reference,
    kind: row.kind,
    commitmentKind: row.commitmentKind,
    rated: row.rated,
    source: source ? { ...source, national: isNational(source.prefix) } : null,
    shortTitle: row.shortTitle,
    text: row.text,
    number: row.number,
    wordingNumber: row.wordingNumber,
    responseNumber: responses[0]?.number ?? 0,
    positionNumber: positions[0]?.number ?? 0,
    rag: row.rag,
    evidence: state.evidence,
    schedule: state.schedule,
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    closedOn: toPlainDate(row.closedOn),
    owner: row.ownerId
      ? {
          id: row.ownerId,
          name: row.ownerName ?? '',
          position: row.ownerPosition ?? '',
          organisation: row.ownerHome,
        }
      : null,
    lead: row.leadOrganisationId
      ? { id: row.leadOrganisationId, name: row.leadName ?? '', shortName: row.leadShortName }
      : null,
    ourRole: row.ourRole,
    ragKey: board.ragKey[row.kind],
    headline: row.headline,
    rating: said.find((update) => update.kind === 'rag') ?? null,
    lastUpdateAt: row.lastUpdateAt?.toISOString() ?? null,
    firstDueDate: toPlainDate(row.firstDueDate),
    dueDate: toPlainDate(row.dueDate),
    reviewDate: toPlainDate(row.reviewDate),
    moves: dateMoves(
      updates
        .map(({ kind, dueDate, firstDueDate }) => ({
          kind,
          dueDate: toPlainDate(dueDate),
          firstDueDate: toPlainDate(firstDueDate),
        }))
        .reverse(),
    ),
    bodies: links.flatMap(({ body, nowCalled, capacity }) =>
      body ? [{ name: body, nowCalled, capacity }] : [],
    ),
    deadlines: fixed.deadlines.map(({ text, date, basis }) => ({
      text,
      date: toPlainDate(date),
      basis,
    })),
    response: responses[0] ?? null,
    earlierResponses: responses.slice(1),
    position: positions[0] ?? null,
    earlierPositions: positions.slice(1),
    amount: wording.amount ? { display: wording.amount, period: wording.amountPeriod } : null,
    editorNote: wording.editorNote,
    yourReference: row.yourReference,
    alsoInvolved: wording.alsoInvolved,
    area: wording.area,
    startDate: toPlainDate(wording.startDate),
    fundingSource: wording.fundingSource,
    fundedUntil: toPlainDate(wording.fundedUntil),
    successMeasure: wording.successMeasure,
    baseline: wording.baseline,
    target: wording.target,
    readings: fixed.readings.map((reading) => ({
      id: reading.id,
      readOn: toPlainDate(reading.readOn),
      value: reading.value,
      note: reading.note,
      author: toAuthor(reading.author),
    })),
    parent: related.filter((one) => one.relation === 'parent').map(toLinkedItem)[0] ?? null,
    children: related.filter((one) => one.relation === 'child').map(toLinkedItem),
    recommendations: linked('recommendation'),
    commitments: linked('commitment'),
    localActions: linked('local_action'),
    groupings: links.flatMap(({ grouping, closestFit }) =>
      grouping ? [{ ...grouping, closestFit }] : [],
    ),
    evidenceList: evidenceList(row),
    updates: said,
    ragAtMeetings: row.rated ? strip : [],
    proposals: proposals(row),
    questions,
    restriction,
    redactions,
    imported,
    may: mayDo(context, row, state.proposed !== null),
    ...beside,
  };
}
