import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import { itemPath } from '@/lib/domain/item';
import { meetingPath } from '@/lib/domain/meeting-name';
import { maySee } from '@/lib/domain/permissions';
import {
  isTombstone,
  isWords,
  labelOf,
  parseSubject,
  type RedactionSubject,
  readRedactionSubject,
  redactableOf,
  subjectCode,
} from '@/lib/domain/redaction';
import type { HeldField } from '@/lib/domain/redaction-view';
import { Prisma, type Redaction } from '@/prisma/client/client';
import type { Context } from './context';
import type { Transaction } from './database';
import { seesEvidence } from './evidence-state';
import { isKeptFrom } from './kept-from';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const ROW = z.object({ row: z.record(z.string(), z.unknown()) });
const ID = z.object({ id: z.string() });
/** Whether there is any. */
const FOUND = z.object({});
type Row = z.infer<typeof ROW>['row'];

const CASTS = { uuid: 'uuid', number: 'bigint', word: 'text' } as const;

type Asker = Pick<Context, 'actor'> & { db: Transaction };

/** What a row belongs to. */
export interface Belongs {
  itemId: string | null;
  evidenceId: string | null;
  meetingId: string | null;
}

export interface SubjectRow extends Belongs {
  /** "Status update of R8" */
  title: string;
  place: { href: string; label: string } | null;
  /** Texts that are there and have not been redacted yet. */
  fields: HeldField[];
}

/** What a request is about. */
export function subjectOf({ subject, key }: Pick<Redaction, 'subject' | 'key'>): RedactionSubject {
  return readRedactionSubject(subject, key);
}

async function rowOf({ db }: Asker, subject: RedactionSubject): Promise<Row | null> {
  // A key that is none of its table's would be an error of the database's.
  if (!parseSubject(subjectCode(subject))) return null;
  const { table, key } = subject;
  const where = Object.entries(redactableOf(table).key).map(([name, kind]) => {
    const cast = Prisma.raw(`"${name}"::text::${CASTS[kind]}`);
    return Prisma.sql`${cast} = ${String(key[name])}::text::${Prisma.raw(CASTS[kind])}`;
  });
  const [found] = await queryRows(db, ROW)`
    SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t
    WHERE ${Prisma.join(where, ' AND ')}`;
  return found?.row ?? null;
}

const id = (value: unknown) => (typeof value === 'string' ? value : null);

async function belongingOf(asker: Asker, table: string, row: Row): Promise<Belongs> {
  const evidenceId = table === 'Evidence' ? id(row.id) : id(row.evidenceId);
  if (table === 'RedactionOutcome') {
    return asker.db.redaction.findUniqueOrThrow({
      where: { id: id(row.redactionId) ?? '' },
      select: { itemId: true, evidenceId: true, meetingId: true },
    });
  }
  const action =
    table === 'MeetingActionEvent'
      ? await asker.db.meetingAction.findUnique({ where: { id: id(row.actionId) ?? '' } })
      : null;
  const evidence = evidenceId
    ? await asker.db.evidence.findUnique({ where: { id: evidenceId }, select: { itemId: true } })
    : null;
  return {
    itemId: id(row.itemId) ?? evidence?.itemId ?? null,
    evidenceId,
    meetingId: id(row.meetingId) ?? action?.meetingId ?? null,
  };
}

/** Whether somebody may see what a row belongs to: the restricted rule. */
export async function seesBelongings(asker: Asker, on: Belongs): Promise<boolean> {
  if (on.itemId) {
    const [seen] = await queryRows(asker.db, ID)`
      SELECT i.id FROM "Item" i WHERE i.id = ${on.itemId}::uuid AND ${visibleItem(asker.actor)}`;
    if (!seen) return false;
  }
  return !on.evidenceId || (await seesEvidence(asker, on.evidenceId)) !== null;
}

/** Whether an import did anything that somebody may see: its file may be named after the rest. */
async function seesImport({ db, actor }: Asker, table: string, row: Row): Promise<boolean> {
  if (table !== 'Import') return true;
  const [seen] = await queryRows(db, FOUND)`
    SELECT 1 FROM "ImportRow" r JOIN "Item" i ON i.id = r."itemId"
    WHERE r."importId" = ${String(row.id)}::uuid AND ${visibleItem(actor)} LIMIT 1`;
  return seen !== undefined;
}

/** Why a thing was restricted is still hidden, after its release, from whom it was hidden then. */
async function seesReason(asker: Asker, table: string, row: Row, on: Belongs): Promise<boolean> {
  const kind = String(row.kind ?? '');
  const ofEvidence = on.evidenceId !== null;
  if (!(table === 'ItemRestriction' || /(^|\.)(restricted|released)$/.test(kind))) return true;
  const marks = ofEvidence
    ? await asker.db.evidenceEvent.findMany({ where: { evidenceId: on.evidenceId ?? '' } })
    : await asker.db.itemRestriction.findMany({ where: { itemId: on.itemId ?? '' } });
  return maySee(asker.actor, {
    restricted: true,
    hiddenFrom: marks.flatMap((mark) => mark.hiddenFrom),
  });
}

async function placeOf({ db }: Asker, on: Belongs): Promise<SubjectRow['place']> {
  if (on.itemId) {
    const { reference } = await db.item.findUniqueOrThrow({ where: { id: on.itemId } });
    return { href: itemPath(reference), label: reference };
  }
  if (on.meetingId) {
    const { slug } = await db.meeting.findUniqueOrThrow({ where: { id: on.meetingId } });
    return { href: meetingPath(slug), label: `the meeting ${slug}` };
  }
  return null;
}

async function hasBytes({ db }: Asker, evidenceId: string | null): Promise<boolean> {
  if (!evidenceId) return false;
  const chunks = await queryRows(db, FOUND)`
    SELECT 1 FROM "FileChunk" WHERE "evidenceId" = ${evidenceId}::uuid AND bytes <> '' LIMIT 1`;
  return chunks.length > 0;
}

/** The text of a column, or each of those that it holds, by its path. */
function textsIn(path: string, value: unknown): Array<[string, string]> {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(`${path}.${key}`, inner));
}

/** Whether all the items are visible that words of a meeting concern. */
async function seesConcerned({ db, actor }: Asker, row: Row): Promise<boolean> {
  const ids = Array.isArray(row.itemIds) ? row.itemIds.map(String) : [];
  const items = await db.item.findMany({ where: { id: { in: ids } } });
  return items.every((item) => maySee(actor, item));
}

/**
 * The row that somebody wants to redact, with its texts.
 * @throws NotFoundError when there is none, or they may not see it: what one cannot read one
 * cannot have redacted
 */
export async function readSubject(asker: Asker, subject: RedactionSubject): Promise<SubjectRow> {
  const { table } = subject;
  const row = await rowOf(asker, subject);
  if (!row) throw new NotFoundError('That entry');
  const on = await belongingOf(asker, table, row);
  const seen =
    (await seesBelongings(asker, on)) &&
    (await seesReason(asker, table, row, on)) &&
    (await seesConcerned(asker, row)) &&
    (await seesImport(asker, table, row)) &&
    // A draft is written over everything.
    (table !== 'PaperVersion' || !(await isKeptFrom(asker)));
  if (!seen) throw new NotFoundError('That entry');
  const { says, columns } = redactableOf(table);
  const place = await placeOf(asker, on);
  const fields: HeldField[] = [];
  for (const [column, label] of Object.entries(columns)) {
    if (column === 'bytes') {
      if (await hasBytes(asker, on.evidenceId)) fields.push({ column, label, value: null });
      continue;
    }
    for (const [path, value] of textsIn(column, row[column])) {
      if (value !== '' && !isTombstone(value) && isWords(table, path)) {
        fields.push({ column: path, label: labelOf(table, path), value });
      }
    }
  }
  return { ...on, title: place ? `${says}, ${place.label}` : says, place, fields };
}

/** What a request is about, to whoever may see it; null to anybody else. */
export async function seenSubject(
  asker: Asker,
  row: Pick<Redaction, 'subject' | 'key'>,
): Promise<SubjectRow | null> {
  try {
    return await readSubject(asker, subjectOf(row));
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
