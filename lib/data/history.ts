import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { ITEM_KINDS } from '@/lib/domain/item';
import { maySee } from '@/lib/domain/permissions';
import type { HistoryEntry, HistoryView } from '@/lib/domain/view';
import type { Question, QuestionEvent } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { readChanges } from './event-changes';
import { maySeeEvidence } from './evidence-state';
import { redactLinks } from './history-redaction';
import { queryRows } from './query-rows';
import { items, recordedBy } from './record';
import { visibleItem } from './visibility';

const ITEM = z.object({ id: z.string(), kind: z.enum(ITEM_KINDS), shortTitle: z.string() });

const PAGE = 25;

/** What was asked, and below it what came of it. @param number of the question, or of its event */
function questionWords(
  questions: ReadonlyArray<Question & { events: QuestionEvent[] }>,
  step: string | undefined,
  number: number,
): string | undefined {
  if (step === 'asked') return questions.find((one) => one.number === number)?.words;
  for (const { words, events } of questions) {
    const event = events.find((one) => one.number === number);
    if (event) return `${words}\n${event.kind === 'answered' ? 'Answer' : 'Why'}: ${event.words}`;
  }
  return undefined;
}

/**
 * Every change to an item, newest first: who, when, from what, to what, and why. Everybody who
 * may see the item may read it; what happened to evidence they may not see is left out.
 * @throws NotFoundError
 */
export async function getHistory(
  context: Context,
  reference: string,
  page: number,
): Promise<HistoryView> {
  demand(context, 'read');
  const { db, actor } = context;
  const [item] = await queryRows(db, ITEM)`
    SELECT i.id, i.kind::text AS kind, i."shortTitle" FROM ${items(context)} i
    WHERE i.reference = ${reference} AND ${visibleItem(actor)}`;
  if (!item) throw new NotFoundError(reference);
  const evidence = await db.evidence.findMany({
    where: { itemId: item.id },
    include: { events: true },
  });
  const hidden = evidence.filter((one) => !maySeeEvidence(actor, one.events)).map(({ id }) => id);
  const where = {
    itemId: item.id,
    ...recordedBy(context),
    OR: [{ evidenceId: null }, { evidenceId: { notIn: hidden } }],
  };
  const total = await db.auditEvent.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const current = Math.min(Math.max(1, page), pages);
  const events = await db.auditEvent.findMany({
    where,
    orderBy: { seq: 'desc' },
    skip: (current - 1) * PAGE,
    take: PAGE,
    include: { author: true, redaction: true, import: true },
  });
  const [changesOf, updates, statements, restrictions, questions, readings] = await Promise.all([
    readChanges(context, events),
    db.statusUpdate.findMany({ where: { itemId: item.id } }),
    db.statement.findMany({ where: { itemId: item.id } }),
    db.itemRestriction.findMany({ where: { itemId: item.id } }),
    db.question.findMany({ where: { itemId: item.id }, include: { events: true } }),
    db.reading.findMany({ where: { itemId: item.id } }),
  ]);
  const redactLink = redactLinks(context, { item, evidence, readings });

  // Once released, why it was restricted still is for those who saw it then.
  const reasonHidden = (event: (typeof events)[number]): boolean => {
    if (!/\.(restricted|released)$/.test(event.kind)) return false;
    const marks = evidence.find((one) => one.id === event.evidenceId)?.events ?? restrictions;
    const hiddenFrom = marks.flatMap((mark) => mark.hiddenFrom);
    return !maySee(actor, { restricted: true, hiddenFrom });
  };

  const toEntry = (event: (typeof events)[number]): HistoryEntry => {
    const [family, detail] = event.kind.split('.');
    const number = event.subjectNumber ?? 0;
    const update = family === 'update' ? updates.find((row) => row.number === number) : undefined;
    const statement =
      family === 'statement'
        ? statements.find((row) => row.kind === detail && row.number === number)
        : undefined;
    const shown = evidence.find((one) => one.id === event.evidenceId);
    const words = [
      update?.words,
      update?.recovery && `What would bring it back: ${update.recovery}`,
      update?.nextStep && `Next step: ${update.nextStep}`,
      statement?.words,
      family === 'question' && questionWords(questions, detail, number),
      shown && `${shown.title}: ${shown.shows}`,
    ].filter(Boolean);
    return {
      seq: String(event.seq),
      at: event.recordedAt.toISOString(),
      author: toAuthor(event.author),
      title: EVENT_TITLES[event.kind] ?? event.kind,
      changes: changesOf(event),
      words: words.length > 0 ? words.join('\n') : null,
      reason: reasonHidden(event) ? null : event.reason,
      through:
        event.import && event.importRow
          ? {
              importId: event.import.id,
              fileName: event.import.fileName,
              row: event.importRow,
            }
          : null,
      redact: reasonHidden(event) ? null : redactLink(event),
    };
  };
  return {
    reference,
    kind: item.kind,
    shortTitle: item.shortTitle,
    entries: events.map(toEntry),
    total,
    page: current,
    pages,
  };
}
