import { dateMoves } from '@/lib/domain/due-date';
import { NotFoundError } from '@/lib/domain/errors';
import { type ItemKind, prefixOf } from '@/lib/domain/item';
import { can as allowed } from '@/lib/domain/permissions';
import { isTombstone } from '@/lib/domain/redaction';
import { isNational, type SourceName } from '@/lib/domain/source';
import type { ItemView, LinkedItem, StatementView, UpdateView } from '@/lib/domain/view';
import type { Item, PersonVersion, Statement, StatusUpdate } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { listEvidence } from './evidence-view';
import { listImportedNotes } from './imported-notes';
import { itemState, type StateRow, toLinkedItem } from './item-state';
import { ragAtMeetings } from './movement';
import { toPlainDate } from './plain-date';
import { listProposals } from './proposals-view';
import { listItemQuestions } from './questions-view';
import { groupings, items, organisations, people, recordedBy, sources } from './record';
import { redactionsOf } from './redactions-view';
import { getRestriction } from './restriction-view';
import { standingLinks, visibleItem } from './visibility';

/** An item as its latest rows have it, with the names it needs. */
type ItemRow = Omit<Item, 'createdAt' | 'lastRecordedAt' | 'restricted' | 'hiddenFrom'> & {
  ownerName: string | null;
  ownerPosition: string | null;
  ownerHome: string | null;
  leadName: string | null;
  leadShortName: string | null;
};

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
  return context.db.$queryRaw<
    Array<StateRow & { strength: LinkedItem['strength']; relation: 'link' | 'parent' | 'child' }>
  >`
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
  const [row] = await context.db.$queryRaw<Array<{ previous: string | null; next: string | null }>>`
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
  const [row] = await db.$queryRaw<ItemRow[]>`
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
    db.$queryRaw<SourceName[]>`
        SELECT s.prefix, s.title, s.publisher, s.published FROM ${sources(context)} s
        WHERE s.id = ${row.sourceId}::uuid`,
    db.itemWording.findFirstOrThrow({ where: { itemId: id, ...then }, orderBy: newest }),
    db.$queryRaw<StateRow[]>`
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
    db.$queryRaw<
      Array<{
        id: string | null;
        kind: ItemView['groupings'][number]['kind'];
        code: string;
        name: string;
        closestFit: boolean;
        retired: boolean;
        body: string | null;
        nowCalled: string | null;
        capacity: string | null;
      }>
    >`
        SELECT g.id, g.kind::text, g.code, g.name, l."closestFit", g.retired, o.name AS body,
          o."nowCalled", l.capacity
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
    groupings: links.flatMap(({ id: groupingId, kind, code, name, closestFit, retired }) =>
      groupingId ? [{ id: groupingId, kind, code, name, closestFit, retired }] : [],
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
