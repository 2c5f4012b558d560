import { londonDay } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import type { ItemKind, Lifecycle } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { isTombstone } from '@/lib/domain/redaction';
import type { EvidenceView } from '@/lib/domain/view';
import type { Evidence, EvidenceEvent, Organisation, PersonVersion } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { maySeeEvidence, ofFiles, restrictionOf, seesEvidence } from './evidence-state';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';
import { toRestriction } from './restriction-view';

interface Subject {
  kind: ItemKind;
  ownerId: string | null;
  lifecycle: Lifecycle;
}

type Row = Evidence & {
  author: PersonVersion | null;
  events: Array<EvidenceEvent & { author: PersonVersion | null }>;
};

const INCLUDE = {
  author: true,
  events: { orderBy: { number: 'asc' }, include: { author: true } },
} as const;

function toView(
  context: Context,
  row: Row,
  item: Subject,
  organisations: Organisation[],
  redacted: ReadonlySet<string | null>,
): EvidenceView {
  const { actor, now, asAt } = context;
  const withdrawal = row.events.find(
    (event) => event.kind === 'withdrawn' && !(asAt && event.recordedAt > now),
  );
  const restriction = restrictionOf(row.events);
  const restrictedBy = row.events.find((event) => event.number === restriction?.number);
  const reviewOn = toPlainDate(row.reviewOn);
  const open = item.lifecycle === 'open' && !asAt;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    shows: row.shows,
    datedOn: toPlainDate(row.datedOn),
    reviewOn,
    outOfDate: reviewOn < londonDay(now),
    // What stands in its place is no address.
    url: isTombstone(row.url) ? null : row.url,
    file:
      row.kind === 'file'
        ? {
            name: row.fileName ?? '',
            mediaType: row.mediaType ?? '',
            size: row.size ?? 0,
            sha256: row.sha256 ?? '',
            redacted: redacted.has(row.id),
          }
        : null,
    addedAt: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
    withdrawn: withdrawal
      ? {
          at: withdrawal.recordedAt.toISOString(),
          author: toAuthor(withdrawal.author),
          reason: withdrawal.reason,
        }
      : null,
    restriction: restrictedBy ? toRestriction(restrictedBy, organisations) : null,
    may: {
      withdraw:
        open && !withdrawal && can(actor, 'withdrawEvidence', { ...item, addedById: row.authorId }),
      restrict: !asAt && can(actor, 'restrict', item),
      redact: !asAt && can(actor, 'redact'),
    },
  };
}

/**
 * The evidence of an item that the actor may see, newest first, withdrawn ones included. Never
 * the bytes. It wants the item when it has been read beside it.
 */
export async function listEvidence(
  context: Context,
  itemId: string,
): Promise<(item: Subject) => EvidenceView[]> {
  const rows = await context.db.evidence.findMany({
    where: { itemId, ...recordedBy(context) },
    orderBy: { recordedAt: 'desc' },
    include: INCLUDE,
  });
  const seen = rows.filter((row) => maySeeEvidence(context.actor, row.events));
  const organisations = await context.db.organisation.findMany({
    where: { id: { in: seen.flatMap((row) => row.events.flatMap((event) => event.hiddenFrom)) } },
  });
  const files = await context.db.redaction.findMany({
    where: ofFiles(seen.map(({ id }) => id)),
    select: { evidenceId: true },
  });
  const redacted = new Set(files.map(({ evidenceId }) => evidenceId));
  return (item) => seen.map((row) => toView(context, row, item, organisations, redacted));
}

/** One piece of evidence, for the pages that withdraw or restrict it. @throws NotFoundError */
export async function getEvidence(
  context: Context,
  id: string,
): Promise<EvidenceView & { reference: string; shortTitle: string }> {
  demand(context, 'read');
  const seen = await seesEvidence(context, id);
  if (!seen) throw new NotFoundError('That evidence');
  const views = (await listEvidence(context, seen.itemId))(seen.item);
  const view = views.find((one) => one.id === seen.id);
  if (!view) throw new NotFoundError('That evidence');
  return { ...view, reference: seen.item.reference, shortTitle: seen.item.shortTitle };
}
