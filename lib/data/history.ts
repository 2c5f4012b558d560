import { formatDate, isPlainDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { LINK_STRENGTH_NAMES, OUR_ROLE_NAMES, OUTCOME_NAMES } from '@/lib/domain/item';
import { maySee } from '@/lib/domain/permissions';
import { RAG_NAMES } from '@/lib/domain/rag';
import { labelOf } from '@/lib/domain/redaction';
import type { HistoryEntry, HistoryView } from '@/lib/domain/view';
import type { Item, ItemWording, Question, QuestionEvent, Redaction } from '@/prisma/client/client';
import { toAuthor } from './authors';
import type { FieldChange } from './change';
import { type Context, demand } from './context';
import { maySeeEvidence } from './evidence-state';
import { redactLinks } from './history-redaction';
import { toPlainDate } from './plain-date';
import { groupings, items, organisations, recordedBy } from './record';
import { subjectOf } from './redactions';
import { visibleItem } from './visibility';

const PAGE = 25;

const LABELS: Record<string, string> = {
  rag: 'Reported',
  headline: 'Headline',
  ownerId: 'Owner',
  leadOrganisationId: 'Lead organisation',
  ourRole: 'Our role',
  firstDueDate: 'First due date',
  dueDate: 'Due date',
  reviewDate: 'Review date',
  lifecycle: 'Open or closed',
  outcome: 'Outcome',
  closedOn: 'Closed on',
  links: 'Linked to',
  restricted: 'Restricted',
  evidence: 'Evidence',
  readOn: 'Date of reading',
  value: 'Reading',
  shortTitle: 'Short title',
  text: 'Description',
  yourReference: 'Your reference',
  alsoInvolved: 'Also involved',
  area: 'Area',
  startDate: 'Start date',
  fundingSource: 'Funding source',
  fundedUntil: 'Funded until',
  successMeasure: 'Success measure',
  baseline: 'Baseline',
  target: 'Target',
};

/** What each kind of audit event is called in a history. */
export const EVENT_TITLES: Record<string, string> = {
  'item.created': 'Created',
  'item.restricted': 'Restricted',
  'item.released': 'Released from restriction',
  'update.baseline': 'First recorded',
  'update.rag': 'Status update posted',
  'update.no_change': 'No change reported',
  'update.owner': 'Owner assigned',
  'update.dates': 'Dates changed',
  'update.our_role': 'Our role set',
  'update.withdrawal': 'Withdrawn',
  'update.extension': 'Due date moved by decision',
  'update.closure': 'Closed by decision',
  'update.reopening': 'Reopened by decision',
  'update.correction': 'State put right by a superseding decision',
  'proposal.extension': 'Extension proposed',
  'proposal.closure': 'Closure proposed',
  'proposal.reopening': 'Reopening proposed',
  'proposal.withdrawn': 'Proposal withdrawn',
  'question.asked': 'Question asked',
  'question.answered': 'Question answered',
  'question.withdrawn': 'Question withdrawn',
  'decision.agreed': 'Decision recorded: agreed',
  'decision.refused': 'Decision recorded: refused',
  'decision.returned': 'Decision recorded: returned',
  'decision.noted': 'Decision recorded: noted',
  'statement.our_response': 'Our response changed',
  'statement.national_position': 'National position noted',
  'wording.changed': 'Details changed',
  'links.changed': 'Links changed',
  'reading.added': 'Reading added',
  'evidence.added': 'Evidence added',
  'evidence.withdrawn': 'Evidence withdrawn',
  'evidence.restricted': 'Evidence restricted',
  'evidence.released': 'Evidence released from restriction',
  'redaction.agreed': 'Redacted',
  'notes.imported': 'Notes and past reports kept',
};

const WORDS: Record<string, string> = {
  ...RAG_NAMES,
  ...OUR_ROLE_NAMES,
  ...OUTCOME_NAMES,
  ...Object.fromEntries(Object.entries(LINK_STRENGTH_NAMES).map(([k, v]) => [k, v.name])),
  open: 'Open',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  true: 'Yes',
  false: 'No',
  link: 'Link',
  file: 'File',
};

/** What a redaction replaced: all that is left of it is its hash. */
function redactionChanges(
  fields: readonly FieldChange[],
  of: Pick<Redaction, 'subject' | 'key'>,
): HistoryEntry['changes'] {
  const { table } = subjectOf(of);
  return fields.map(({ field, from, to }) => ({
    label: labelOf(table, field),
    from: `SHA-256 ${from}`,
    to: String(to),
  }));
}

/** Names for the ids that changes hold; for people, the name they had at that time. */
async function namesIn(context: Context, changes: FieldChange[]) {
  const { db, actor } = context;
  const ids = [
    ...new Set(
      changes
        .filter(({ field }) => field.endsWith('Id') || field === 'links')
        .flatMap(({ from, to }) => [from, to].flat())
        .filter((value): value is string => typeof value === 'string')
        // An answer is told with its strength.
        .map((value) => value.split(' ')[0] ?? ''),
    ),
  ];
  const [versions, others, linked] = await Promise.all([
    db.personVersion.findMany({ where: { personId: { in: ids } }, orderBy: { version: 'asc' } }),
    db.$queryRaw<Array<{ id: string; name: string }>>`
      SELECT o.id, o.name FROM ${organisations(context)} o WHERE o.id = ANY(${ids}::uuid[])
      UNION ALL SELECT g.id, g.name FROM ${groupings(context)} g WHERE g.id = ANY(${ids}::uuid[])`,
    db.$queryRaw<
      Array<Pick<Item, 'id' | 'reference' | 'shortTitle' | 'restricted' | 'hiddenFrom'>>
    >`
      SELECT i.id, i.reference, i."shortTitle", i.restricted, i."hiddenFrom"
      FROM ${items(context)} i WHERE i.id = ANY(${ids}::uuid[])`,
  ]);
  return (id: string, at: Date): string => {
    const named = versions.filter((version) => version.personId === id);
    const then = named.filter((version) => version.recordedAt <= at).at(-1) ?? named[0];
    if (then) return then.name;
    const item = linked.find((one) => one.id === id);
    if (item) return maySee(actor, item) ? `${item.reference} ${item.shortTitle}` : 'Restricted';
    return others.find((one) => one.id === id)?.name ?? 'Unknown';
  };
}

function wordingChanges(
  fields: readonly FieldChange[],
  before: ItemWording | undefined,
  after: ItemWording | undefined,
): HistoryEntry['changes'] {
  const show = (row: ItemWording | undefined, field: string) => {
    const value = row?.[field as keyof ItemWording];
    if (value instanceof Date) return formatDate(toPlainDate(value));
    return value === null || value === undefined ? null : String(value);
  };
  return fields.map(({ field }) => ({
    label: LABELS[field] ?? field,
    from: show(before, field),
    to: show(after, field),
  }));
}

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
  const [item] = await db.$queryRaw<Array<Pick<Item, 'id' | 'kind' | 'shortTitle'>>>`
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
  const changesOf = (event: (typeof events)[number]) => event.changes as unknown as FieldChange[];
  const [nameOf, updates, wordings, statements, restrictions, questions, readings] =
    await Promise.all([
      namesIn(context, events.flatMap(changesOf)),
      db.statusUpdate.findMany({ where: { itemId: item.id } }),
      db.itemWording.findMany({ where: { itemId: item.id } }),
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

  const show = (field: string, value: FieldChange['to'], at: Date): string | null => {
    if (value === null) return null;
    if (Array.isArray(value)) {
      const named = value.map((link) => {
        const [id = '', strength] = link.split(' ');
        const name = nameOf(id, at);
        return strength ? `${name} (${(WORDS[strength] ?? strength).toLowerCase()})` : name;
      });
      return named.length > 0 ? named.join('; ') : null;
    }
    const text = String(value);
    if (field.endsWith('Id')) return nameOf(text, at);
    if (field === 'value') return text;
    return isPlainDate(text) ? formatDate(text) : (WORDS[text] ?? text);
  };

  const toEntry = (event: (typeof events)[number]): HistoryEntry => {
    const [family, detail] = event.kind.split('.');
    const number = event.subjectNumber ?? 0;
    const update = family === 'update' ? updates.find((row) => row.number === number) : undefined;
    const statement =
      family === 'statement'
        ? statements.find((row) => row.kind === detail && row.number === number)
        : undefined;
    const earlier = updates.find((row) => row.number === number - 1);
    const shown = evidence.find((one) => one.id === event.evidenceId);
    const changedValues = () =>
      changesOf(event).map(({ field, from, to }) => ({
        label: LABELS[field] ?? field,
        from:
          field === 'headline' ? (earlier?.headline ?? null) : show(field, from, event.recordedAt),
        to: field === 'headline' ? (update?.headline ?? null) : show(field, to, event.recordedAt),
      }));
    const changedWording = () =>
      wordingChanges(
        changesOf(event),
        wordings.find((row) => row.number === number - 1),
        wordings.find((row) => row.number === number),
      );
    const changes = event.redaction
      ? redactionChanges(changesOf(event), event.redaction)
      : event.kind === 'wording.changed'
        ? changedWording()
        : changedValues();
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
      changes,
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
