import type { Database } from '@/lib/data/database';
import { toPlainDate } from '@/lib/data/plain-date';
import type { PlainDate } from '@/lib/domain/dates';
import { type EvidenceState, evidenceState } from '@/lib/domain/evidence';
import type { ItemKind, Lifecycle } from '@/lib/domain/item';
import { type Actor, maySee } from '@/lib/domain/permissions';
import type { RagStatus } from '@/lib/domain/rag';
import { type FilterName, NONE, type RegisterQuery, type Sort } from '@/lib/domain/register';
import { SCHEDULE_STATES, type ScheduleState, scheduleState } from '@/lib/domain/schedule';

/** A row of a register, worked out from the tables by the rules of lib/domain, without SQL. */
export interface HandRow {
  id: string;
  kind: ItemKind;
  reference: string;
  ordinal: number;
  rated: boolean;
  text: string;
  lifecycle: Lifecycle;
  rag: RagStatus | null;
  evidence: EvidenceState;
  schedule: ScheduleState | null;
  /** When it is due, or to be reviewed. */
  day: PlainDate | null;
  values: Record<FilterName, readonly string[]>;
  sort: Record<Sort, string | number | null>;
}

const RAG_SORT: Record<RagStatus, number> = { red: 1, amber: 2, green: 3, blue: 4, not_rated: 5 };
const EVIDENCE_SORT: Record<EvidenceState, number> = { none: 1, out_of_date: 2, current: 3 };

async function load(db: Database) {
  const [items, links, groupings, evidence] = await Promise.all([
    db.item.findMany({ include: { owner: true, leadOrganisation: true } }),
    db.link.findMany({ orderBy: { seq: 'asc' } }),
    db.grouping.findMany(),
    db.evidence.findMany({ include: { events: { orderBy: { number: 'asc' } } } }),
  ]);
  const standing = new Map<string, (typeof links)[number]>();
  for (const link of links) {
    standing.set([link.fromId, link.toItemId, link.toGroupingId, link.organisationId].join(), link);
  }
  return {
    items,
    groupings,
    evidence,
    links: [...standing.values()].filter((one) => !one.removed),
  };
}
type Loaded = Awaited<ReturnType<typeof load>>;

function stands(actor: Actor, { events }: Loaded['evidence'][number]): boolean {
  if (events.some((event) => event.kind === 'withdrawn')) return false;
  const mark = events.filter((event) => event.kind !== 'withdrawn').at(-1);
  return maySee(actor, {
    restricted: mark?.kind === 'restricted',
    hiddenFrom: mark?.hiddenFrom ?? [],
  });
}

function scheduleOf(
  item: Loaded['items'][number],
  today: PlainDate,
  dueSoonDays: number,
): ScheduleState | null {
  const { kind, lifecycle, outcome } = item;
  if (kind !== 'local_action' || lifecycle === 'withdrawn') return null;
  if (lifecycle === 'closed' && outcome !== 'complete') return null;
  const dates = {
    dueDate: toPlainDate(item.dueDate),
    reviewDate: toPlainDate(item.reviewDate),
    completedOn: toPlainDate(item.closedOn),
  };
  return scheduleState(dates, today, dueSoonDays);
}

/** All rows an actor may see, of every kind. */
export async function rowsByHand(
  db: Database,
  actor: Actor,
  today: PlainDate,
  dueSoonDays = 30,
): Promise<HandRow[]> {
  const { items, groupings, evidence, links } = await load(db);
  const of =
    <T extends { fromId: string }>(id: string | null) =>
    (link: T) =>
      link.fromId === id;
  return items
    .filter((item) => maySee(actor, item))
    .map((item): HandRow => {
      const own = links.filter(of(item.id));
      const through = own.flatMap((one) => (one.toItemId ? links.filter(of(one.toItemId)) : []));
      const inherits = {
        recommendation: [],
        commitment: ['theme', 'key_area'],
        local_action: ['key_area'],
      }[item.kind];
      const codes = (kind: string) =>
        [...own, ...(inherits.some((one) => one === kind) ? through : [])]
          .flatMap((link) => groupings.find((one) => one.id === link.toGroupingId) ?? [])
          .flatMap((grouping) => (grouping.kind === kind ? grouping.code : []));
      const reviews = evidence
        .filter((one) => one.itemId === item.id && stands(actor, one))
        .map((one) => toPlainDate(one.reviewOn));
      const proof = evidenceState(reviews.sort().at(-1) ?? null, today);
      const schedule = scheduleOf(item, today, dueSoonDays);
      const { owner, leadOrganisation: lead } = item;
      const { rated } = item;
      // What was closed otherwise than as complete leaves the counts by RAG.
      const counted = rated && (item.outcome === null || item.outcome === 'complete');
      const noneIf = (id: string | null) => [id ?? (rated ? NONE : '')];
      return {
        id: item.id,
        kind: item.kind,
        reference: item.reference,
        ordinal: item.ordinal,
        rated,
        lifecycle: item.lifecycle,
        rag: counted ? item.rag : null,
        evidence: proof,
        schedule,
        day: toPlainDate(item.dueDate) ?? toPlainDate(item.reviewDate),
        text: [
          item.reference,
          item.shortTitle,
          item.text,
          item.headline ?? '',
          owner?.name ?? '',
          lead?.name ?? '',
          lead?.shortName ?? '',
        ]
          .join(' ')
          .toLowerCase(),
        values: {
          rag: counted ? [item.rag] : [],
          // Without a meeting nothing has moved since.
          movement: [],
          owner: noneIf(item.ownerId),
          lead: noneIf(item.leadOrganisationId),
          theme: codes('theme'),
          'key-area': codes('key_area'),
          objective: codes('objective'),
          source: [item.reference.replace(/\d.*/, '')],
          role: item.ourRole ? [item.ourRole] : [],
          schedule: schedule ? [schedule] : [],
          evidence: rated ? [proof] : [],
          recommendation: own.flatMap(
            (link) => items.find((one) => one.id === link.toItemId)?.reference ?? [],
          ),
          lifecycle: [item.outcome === 'complete' ? 'completed' : item.lifecycle],
        },
        sort: {
          reference: item.ordinal,
          title: item.shortTitle.toLowerCase(),
          owner: owner?.name.toLowerCase() ?? null,
          lead: (lead?.shortName ?? lead?.name)?.toLowerCase() ?? null,
          rag: counted ? RAG_SORT[item.rag] : null,
          evidence: EVIDENCE_SORT[proof],
          schedule: schedule && SCHEDULE_STATES.indexOf(schedule),
          headline: item.headline?.toLowerCase() ?? null,
          updated: item.lastUpdateAt?.getTime() ?? null,
        },
      };
    });
}

/** The rows that match, in no order. @param offered the filters this register has */
export function matchesByHand(
  rows: readonly HandRow[],
  kind: ItemKind,
  query: RegisterQuery,
  offered: readonly FilterName[],
): HandRow[] {
  const words = query.q.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = offered.filter((name) => query[name].length > 0);
  return rows.filter(
    (row) =>
      row.kind === kind &&
      (query.lifecycle.length > 0 || row.lifecycle !== 'withdrawn') &&
      asked.every((name) => {
        const wanted: readonly string[] = query[name];
        return row.values[name].some((value) => wanted.includes(value));
      }) &&
      words.every((word) => row.text.includes(word)),
  );
}

/** The same, in the order asked for. */
export function queryByHand(...asked: Parameters<typeof matchesByHand>): HandRow[] {
  const matching = matchesByHand(...asked);
  const query = asked[2];
  const direction = query.order === 'down' ? -1 : 1;
  return matching.sort((a, b) => {
    const [x, y] = [a.sort[query.sort], b.sort[query.sort]];
    if (x !== y) {
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -direction : direction;
    }
    // Of the same schedule, the next day first.
    const [day, other] = query.sort === 'schedule' ? [a.day, b.day] : [null, null];
    if (day !== other) {
      if (day === null) return 1;
      if (other === null) return -1;
      return day < other ? -1 : 1;
    }
    return a.ordinal - b.ordinal;
  });
}
