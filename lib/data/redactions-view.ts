import { NotFoundError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { maySee } from '@/lib/domain/permissions';
import {
  labelOf,
  type RedactionSubject,
  readHashes,
  redactableOf,
  subjectCode,
} from '@/lib/domain/redaction';
import type { RedactableView, RedactionPageView, RedactionRow } from '@/lib/domain/redaction-view';
import type { PersonVersion, Redaction, RedactionOutcome } from '@/prisma/client/client';
import { type Context, demand } from './context';
import { maySeeEvidence } from './evidence-state';
import { agreeing, whyNot } from './redaction-pair';
import { readSubject, seenSubject, subjectOf } from './redaction-subject';

type Row = Redaction & {
  author: PersonVersion;
  outcome: (RedactionOutcome & { author: PersonVersion | null }) | null;
};

const INCLUDE = { author: true, outcome: { include: { author: true } } } as const;

const named = (version: PersonVersion) => ({
  id: version.personId,
  name: version.name,
  position: version.position,
});

function toRow(row: Row, title: string): RedactionRow {
  const { outcome } = row;
  const { table } = subjectOf(row);
  return {
    id: row.id,
    title,
    fields: row.columns.map((column) => ({ column, label: labelOf(table, column) })),
    asked: { at: row.recordedAt.toISOString(), author: named(row.author), reason: row.reason },
    outcome: outcome && {
      kind: outcome.kind,
      at: outcome.recordedAt.toISOString(),
      author: outcome.author && named(outcome.author),
      reason: outcome.reason,
      hashes: readHashes(outcome),
    },
  };
}

/** Every request about what the reader may see, newest first. @throws NotAllowedError */
export async function listRedactions(context: Context): Promise<RedactionRow[]> {
  demand(context, 'redact');
  const rows = await context.db.redaction.findMany({
    orderBy: { recordedAt: 'desc' },
    include: INCLUDE,
  });
  const list: RedactionRow[] = [];
  for (const row of rows) {
    const subject = await seenSubject(context, row);
    if (subject) list.push(toRow(row, subject.title));
  }
  return list;
}

/**
 * One request, with the words it is about for as long as it waits for an answer.
 * @throws NotAllowedError, NotFoundError
 */
export async function getRedaction(context: Context, id: string): Promise<RedactionPageView> {
  demand(context, 'redact');
  const { db, actor } = context;
  const row = isId(id) ? await db.redaction.findUnique({ where: { id }, include: INCLUDE }) : null;
  const subject = row && (await seenSubject(context, row));
  if (!row || !subject) throw new NotFoundError('That redaction');
  const isMine = actor.kind === 'person' && actor.id === row.authorId;
  return {
    ...toRow(row, subject.title),
    held: row.outcome ? [] : subject.fields.filter(({ column }) => row.columns.includes(column)),
    place: subject.place,
    isMine,
    refused: actor.kind === 'person' && !row.outcome ? await whyNot(context, row, actor) : null,
    others: row.outcome ? [] : await agreeing(context, row),
  };
}

/** What of a row can be asked to be redacted. @throws NotAllowedError, NotFoundError */
export async function getRedactable(
  context: Context,
  subject: RedactionSubject,
): Promise<RedactableView> {
  demand(context, 'redact');
  const { title, place, fields } = await readSubject(context, subject);
  return { code: subjectCode(subject), title, place, fields };
}

/** Tables whose words may be why a thing was restricted: those stay hidden from some for good. */
const REASONS = ['ItemRestriction', 'EvidenceEvent', 'AuditEvent'];

/**
 * What was redacted of an item or a meeting that the reader may see. Newest first, and whatever
 * day they look at: the tombstones stand on every day.
 * @param name of the item or meeting
 */
export async function redactionsOf(
  context: Context,
  of: { itemId: string } | { meetingId: string },
  name: string,
): Promise<RedactionRow[]> {
  const { db, actor } = context;
  // What is of an item and of a meeting too stands with the item, which not all may see.
  const where = { itemId: null, ...of, outcome: { kind: 'agreed' } } as const;
  // Most things have none: one question is then enough.
  if ((await db.redaction.count({ where })) === 0) return [];
  const rows = await db.redaction.findMany({
    where,
    orderBy: { recordedAt: 'desc' },
    include: INCLUDE,
  });
  const [events, restrictions] = await Promise.all([
    db.evidenceEvent.findMany({
      where: { evidenceId: { in: rows.flatMap(({ evidenceId }) => evidenceId ?? []) } },
    }),
    db.itemRestriction.findMany({ where: 'itemId' in of ? of : { itemId: { in: [] } } }),
  ]);
  const visible = ({ evidenceId, subject }: Row) => {
    const own = events.filter((event) => event.evidenceId === evidenceId);
    if (!maySeeEvidence(actor, own)) return false;
    const marks = (evidenceId ? own : restrictions).filter((mark) => mark.category !== null);
    const hiddenFrom = marks.flatMap((mark) => mark.hiddenFrom);
    return (
      !REASONS.includes(subject) || maySee(actor, { restricted: marks.length > 0, hiddenFrom })
    );
  };
  return rows
    .filter(visible)
    .map((row) => toRow(row, `${redactableOf(subjectOf(row).table).says}, ${name}`));
}
