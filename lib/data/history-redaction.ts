import { can } from '@/lib/domain/permissions';
import { type RedactionSubject, redactPath } from '@/lib/domain/redaction';
import type { VersionChange } from '@/lib/domain/version-change';
import type { AuditEvent, EvidenceEvent, Item, Reading } from '@/prisma/client/client';
import type { Context } from './context';

interface Rows {
  item: Pick<Item, 'id'>;
  evidence: ReadonlyArray<{ events: readonly EvidenceEvent[] }>;
  readings: ReadonlyArray<Pick<Reading, 'id' | 'recordedAt' | 'value'>>;
}

/** The row of the record that holds the words of an event. */
function subjectOf(event: AuditEvent, { item, evidence, readings }: Rows): RedactionSubject {
  const [family, detail] = event.kind.split('.');
  const number = event.subjectNumber ?? 0;
  const ofItem = { itemId: item.id, number };
  const itself: RedactionSubject = { table: 'AuditEvent', key: { seq: Number(event.seq) } };
  switch (family) {
    case 'update':
      return { table: 'StatusUpdate', key: ofItem };
    case 'wording':
      return { table: 'ItemWording', key: ofItem };
    case 'statement':
      return { table: 'Statement', key: { ...ofItem, kind: detail ?? '' } };
    case 'proposal':
      return { table: detail === 'withdrawn' ? 'ProposalWithdrawal' : 'Proposal', key: ofItem };
    case 'question':
      return { table: detail === 'asked' ? 'Question' : 'QuestionEvent', key: ofItem };
    case 'decision':
      return event.decisionId ? { table: 'Decision', key: { id: event.decisionId } } : itself;
    case 'redaction':
      return { table: 'Redaction', key: { id: event.redactionId ?? '' } };
    case 'item':
      return detail === 'created'
        ? { table: 'ItemWording', key: ofItem }
        : { table: 'ItemRestriction', key: ofItem };
    case 'reading': {
      const read = readings.find((one) => one.recordedAt.getTime() === event.recordedAt.getTime());
      return read ? { table: 'Reading', key: { id: read.id } } : itself;
    }
    case 'evidence': {
      if (detail === 'added') return { table: 'Evidence', key: { id: event.evidenceId ?? '' } };
      const said = evidence
        .flatMap(({ events }) => events)
        .find(
          (one) =>
            one.evidenceId === event.evidenceId &&
            one.kind === detail &&
            one.recordedAt.getTime() === event.recordedAt.getTime(),
        );
      return said
        ? { table: 'EvidenceEvent', key: { evidenceId: said.evidenceId, number: said.number } }
        : itself;
    }
    default:
      return itself;
  }
}

/**
 * Families of events that hold nothing anybody has typed, unless they give a reason. Imported notes
 * have a place of their own on the page of the item.
 */
const WORDLESS = /^(links|notes)\./;

/** Where the redaction of each event can be asked for; nowhere for those who may not ask. */
export function redactLinks(context: Context, rows: Rows): (event: AuditEvent) => string | null {
  if (context.asAt || !can(context.actor, 'redact')) return () => null;
  return (event) =>
    WORDLESS.test(event.kind) && !event.reason ? null : redactPath(subjectOf(event, rows));
}

/** Versions of a thing, each with where its redaction can be asked for. */
export function withRedactLinks(
  context: Context,
  history: readonly VersionChange[],
  rowOf: (version: number) => RedactionSubject,
): VersionChange[] {
  const may = !context.asAt && can(context.actor, 'redact');
  return history.map((one) => ({ ...one, redact: may ? redactPath(rowOf(one.version)) : null }));
}
