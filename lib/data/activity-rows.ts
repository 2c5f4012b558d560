import type { ActivityRow } from '@/lib/domain/activity';
import { decisionPath } from '@/lib/domain/decision';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { readFieldChanges } from '@/lib/domain/field-change';
import { groupingLabel, groupingPath } from '@/lib/domain/grouping';
import { resultsPath } from '@/lib/domain/import-path';
import { ITEM_KINDS, itemPath, KIND_NAMES } from '@/lib/domain/item';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { issueName, issuePath } from '@/lib/domain/paper-issue';
import { maySee } from '@/lib/domain/permissions';
import { sourcePath } from '@/lib/domain/source';
import type { Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import type { Context } from './context';
import { readChanges } from './event-changes';
import { toPlainDate } from './plain-date';

const INCLUDE = {
  author: true,
  redaction: true,
  import: { select: { id: true, fileName: true } },
  item: { select: { reference: true, shortTitle: true } },
  meeting: { select: { slug: true, date: true } },
  source: { select: { prefix: true, title: true } },
  grouping: { select: { kind: true, code: true, name: true } },
} as const satisfies Prisma.AuditEventInclude;
type Event = Prisma.AuditEventGetPayload<{ include: typeof INCLUDE }>;

/** What the columns without a relation name, and the marks that say who may read a reason. */
async function readBeside({ db }: Context, events: readonly Event[]) {
  const ids = (column: 'itemId' | 'evidenceId' | 'personId' | 'organisationId') => ({
    in: [...new Set(events.flatMap((event) => event[column] ?? []))],
  });
  const marked = events.filter(({ kind }) => REASONED.test(kind));
  const [evidence, people, organisations, actions, marks] = await Promise.all([
    db.evidence.findMany({
      where: { id: ids('evidenceId') },
      select: {
        id: true,
        title: true,
        item: { select: { reference: true } },
        events: { select: { hiddenFrom: true } },
      },
    }),
    db.person.findMany({ where: { id: ids('personId') }, select: { id: true, name: true } }),
    db.organisation.findMany({
      where: { id: ids('organisationId') },
      select: { id: true, name: true },
    }),
    db.meetingAction.findMany({
      where: { id: { in: events.flatMap(({ meetingActionId }) => meetingActionId ?? []) } },
      select: { id: true, number: true },
    }),
    db.itemRestriction.findMany({
      where: { itemId: { in: marked.flatMap(({ itemId }) => itemId ?? []) } },
      select: { itemId: true, hiddenFrom: true },
    }),
  ]);
  const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    evidence: byId(evidence),
    people: byId(people),
    organisations: byId(organisations),
    actions: byId(actions),
    marks,
  };
}
type Beside = Awaited<ReturnType<typeof readBeside>>;

const REASONED = /\.(restricted|released)$/;

/** Once released, why it was restricted still is for those who saw it then: as in a history. */
function reasonOf({ actor }: Context, event: Event, { evidence, marks }: Beside): string | null {
  if (!REASONED.test(event.kind)) return event.reason;
  const own = event.evidenceId
    ? (evidence.get(event.evidenceId)?.events ?? [])
    : marks.filter(({ itemId }) => itemId === event.itemId);
  const hiddenFrom = own.flatMap((mark) => mark.hiddenFrom);
  return maySee(actor, { restricted: true, hiddenFrom }) ? event.reason : null;
}

/** What an export or a setting is about, which has no row of its own. */
function place(event: Event): ActivityRow['subject'] {
  switch (event.kind) {
    case 'settings.changed':
      return { label: 'The board’s settings', href: '/settings' };
    case 'export.activity':
      return { label: 'Activity', href: '/activity' };
    case 'export.security':
      return { label: 'Security events', href: null };
    case 'export.register': {
      const told = readFieldChanges(event).find(({ field }) => field === 'register');
      const register = ITEM_KINDS.find((kind) => kind === told?.to);
      if (!register) return null;
      const { many, path } = KIND_NAMES[register];
      return { label: many, href: path };
    }
    default:
      return null;
  }
}

function ofMeeting(event: Event, { actions }: Beside): ActivityRow['subject'] {
  const { meeting, kind, meetingActionId, subjectNumber } = event;
  if (!meeting) return null;
  const title = meetingTitle({ date: toPlainDate(meeting.date) });
  const base = meetingPath(meeting.slug);
  if (meetingActionId) {
    const { number } = actions.get(meetingActionId) ?? {};
    return { label: `Action ${number}, ${title}`, href: `${base}/actions` };
  }
  const [, issued] = /^(paper|addendum)\.(issued|withdrawn)$/.exec(kind) ?? [];
  if (issued && subjectNumber) {
    const issue = { kind: issued as 'paper' | 'addendum', version: subjectNumber };
    return { label: `${issueName(issue)}, ${title}`, href: issuePath(meeting.slug, issue) };
  }
  return { label: title, href: base };
}

/** The subject as it is called now. The reader may see it: others are not among the events. */
function subjectOf(event: Event, beside: Beside): ActivityRow['subject'] {
  const { item, source, grouping, decisionId, redactionId, import: imported } = event;
  const evidence = beside.evidence.get(event.evidenceId ?? '');
  const person = beside.people.get(event.personId ?? '');
  const organisation = beside.organisations.get(event.organisationId ?? '');
  if (redactionId && event.kind !== 'redaction.agreed') {
    return { label: 'Request for a redaction', href: `/redactions/${redactionId}` };
  }
  if (evidence) {
    return {
      label: `${evidence.item.reference}: ${evidence.title}`,
      href: `${itemPath(evidence.item.reference)}#evidence`,
    };
  }
  if (item) {
    return { label: `${item.reference} ${item.shortTitle}`, href: itemPath(item.reference) };
  }
  const meeting = ofMeeting(event, beside);
  if (decisionId) {
    return {
      label: meeting ? `Decision, ${meeting.label}` : 'Decision',
      href: decisionPath(decisionId),
    };
  }
  if (meeting) return meeting;
  if (person) return { label: person.name, href: `/people/${person.id}` };
  if (organisation) return { label: organisation.name, href: '/organisations' };
  if (source) return { label: `${source.prefix} ${source.title}`, href: sourcePath(source.prefix) };
  if (grouping) return { label: groupingLabel(grouping), href: groupingPath(grouping) };
  if (imported) return { label: imported.fileName, href: resultsPath(imported.id) };
  return place(event);
}

/** Some events as a list shows them, in the order of their numbers. */
export async function activityRows(
  context: Context,
  seqs: readonly bigint[],
): Promise<ActivityRow[]> {
  const found = await context.db.auditEvent.findMany({
    where: { seq: { in: [...seqs] } },
    include: INCLUDE,
  });
  const known = new Map(found.map((event) => [event.seq, event]));
  const events = seqs.flatMap((seq) => known.get(seq) ?? []);
  const [changesOf, beside] = await Promise.all([
    readChanges(context, events),
    readBeside(context, events),
  ]);
  return events.map((event) => ({
    seq: String(event.seq),
    at: event.recordedAt.toISOString(),
    author: toAuthor(event.author),
    title: EVENT_TITLES[event.kind] ?? event.kind,
    subject: subjectOf(event, beside),
    changes: changesOf(event),
    reason: reasonOf(context, event, beside),
    through:
      event.import && event.importRow
        ? { importId: event.import.id, fileName: event.import.fileName, row: event.importRow }
        : null,
  }));
}
