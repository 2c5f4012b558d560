import { formatDate } from './dates';
import { fieldLabel } from './event-fields';
import type { EventKind } from './event-kinds';
import { groupingLabel } from './grouping';
import { KIND_NAMES, OUR_ROLE_NAMES, OUTCOME_NAMES } from './item';
import { meetingPath } from './meeting-name';
import { lackingStep, type NextStep, STEPS } from './notice-steps';
import type { DoneNotice, Told, ToldItem } from './notice-told';
import { issueName } from './paper-issue';
import { paperPath } from './paper-path';
import { type Actor, can } from './permissions';
import { nameAndPosition } from './person-name';
import { RAG_NAMES } from './rag';
import { sourcePath } from './source';

/** Kinds of events that no form goes on from. A test holds the two lists to all kinds there are. */
export const NEVER_TOLD = [
  // The seed's.
  'update.baseline',
  // A decision, or an import, says them.
  'update.extension',
  'update.closure',
  'update.reopening',
  'update.correction',
  'notes.imported',
  // Their form shows a link in its own place, or nobody is signed in yet.
  'person.invited',
  'person.link_made',
  'person.password_set',
  // What goes out changes nothing.
  'export.register',
  'export.activity',
  'export.security',
  'person.file_made',
  'download.evidence',
  'download.paper',
  'download.paper_draft',
  'download.minutes',
] as const satisfies EventKind[];
export type ToldKind = Exclude<EventKind, (typeof NEVER_TOLD)[number]>;

type Said = Pick<DoneNotice, 'title' | 'next'>;
type Say = (told: Told, actor: Actor) => Said;

const some = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

const meetingOf = ({ meeting }: Told) =>
  meeting ? `the meeting of ${formatDate(meeting.date)}` : 'the meeting';
const paperOf = (told: Told) => `the paper for ${meetingOf(told)}`;
const actionOf = (told: Told) => `Action ${told.action?.number ?? ''} of ${meetingOf(told)}`;
const nameOf = ({ person }: Told) => person?.name ?? 'Somebody';

/** Says something of an item. */
function ofItem(
  words: (item: ToldItem, told: Told) => string,
  next?: (item: ToldItem, actor: Actor) => NextStep,
): Say {
  return (told, actor) =>
    told.item
      ? { title: words(told.item, told), next: next?.(told.item, actor) }
      : { title: 'Saved' };
}

/** Says the same of several at once, with how many. */
function ofUpdate(
  words: (item: ToldItem) => string,
  next?: (item: ToldItem, actor: Actor) => NextStep,
): Say {
  const one = ofItem(words, next);
  return (told, actor) => {
    const items = told.tally.items.update ?? 1;
    return items > 1 ? { title: `${some(items, 'recommendation')} saved` } : one(told, actor);
  };
}

const plainly =
  (words: (told: Told) => string): Say =>
  (told) => ({ title: words(told) });

const proposed = (what: (told: Told) => string): Say =>
  ofItem(({ reference }, told) => `${what(told)} of ${reference} proposed. The board decides`);

function whenDue({ reference, dueDate, reviewDate }: ToldItem): string {
  if (dueDate) return `${reference} is due ${formatDate(dueDate)}`;
  return reviewDate
    ? `${reference} is ongoing, to be reviewed on ${formatDate(reviewDate)}`
    : `${reference} has no due date`;
}

/** A decision, or how many of one pass; those of a meeting lead to what still waits for it. */
const decided: Say = (told) => {
  const { decision, item, meeting, tally } = told;
  const result = decision?.result ?? 'noted';
  const count = tally.events.decision ?? 1;
  const closed = item?.lifecycle === 'closed' && item.outcome;
  const what = item ? `Decision on ${item.reference}` : `Decision of ${meetingOf(told)}`;
  const title =
    count > 1
      ? `${some(count, 'decision')} of ${meetingOf(told)} recorded`
      : `${what} recorded: ${result}${closed ? `. ${item.reference} is closed: ${OUTCOME_NAMES[closed]}` : ''}`;
  if (!meeting || decision?.underDelegation) return { title };
  const href = `${meetingPath(meeting.slug)}/decisions#awaiting`;
  return { title, next: { href, label: 'See what still awaits a decision' } };
};

const meetings: Say = (told, actor) => {
  const count = told.tally.events.meeting ?? 1;
  if (count > 1) return { title: `${some(count, 'meeting')} added` };
  const next =
    told.meeting && can(actor, 'managePapers')
      ? { href: paperPath(told.meeting.slug), label: 'Open the draft of its paper' }
      : undefined;
  return { title: `Meeting of ${told.meeting ? formatDate(told.meeting.date) : ''} added`, next };
};

const settings: Say = ({ fields }) => {
  const labels = [...new Set(fields.map(fieldLabel))];
  return { title: labels.length > 0 ? `Settings saved: ${labels.join('; ')}` : 'Settings saved' };
};

/** A paragraph, a headline or the front of a paper. */
const inPaper = (words: string, also = ''): Say =>
  plainly((told) => `${words} ${paperOf(told)}${also && `. ${also}`}`);

const issueOf = (told: Told) =>
  `${told.issue ? issueName(told.issue) : 'Paper'}${told.issue?.kind === 'paper' ? ' of the paper' : ''} for ${meetingOf(told)}`;
const issued: Say = plainly((told) => `${issueOf(told)} issued. Its words and files are frozen`);
const issueWithdrawn: Say = plainly(
  (told) => `${issueOf(told)} withdrawn. Its words and files are gone`,
);

const handedOver: Say = (told) => {
  const items = told.tally.items.update ?? 0;
  const actions = (told.tally.events.meeting_action ?? 0) / 2;
  const what = [
    ...(items > 0 ? [some(items, 'item')] : []),
    ...(actions > 0 ? [some(actions, 'meeting action')] : []),
  ];
  return { title: `Handed over from ${nameOf(told)}: ${what.join(' and ')}` };
};

/** What each kind of event is told as, by its thing. */
const NOTICES: Record<ToldKind, Say> = {
  'update.rag': ofUpdate(
    ({ reference, rag }) => `${reference} is now ${RAG_NAMES[rag]}. Status update posted`,
    STEPS.prove,
  ),
  'update.no_change': ofUpdate(
    ({ reference, rag }) => `No change reported for ${reference}. It stays ${RAG_NAMES[rag]}`,
    STEPS.prove,
  ),
  'update.owner': ofUpdate(
    ({ reference, owner }) =>
      owner
        ? `Owner of ${reference} is now ${owner.name}${owner.position && `, ${owner.position}`}`
        : `${reference} has no owner`,
    STEPS.rate,
  ),
  'update.dates': ofUpdate(whenDue, lackingStep),
  'update.our_role': ofUpdate(
    ({ reference, ourRole }) =>
      `Our role in ${reference} is now ${ourRole ? OUR_ROLE_NAMES[ourRole] : 'not set'}`,
    lackingStep,
  ),
  'update.withdrawal': ofUpdate(
    ({ reference }) => `${reference} is withdrawn. It is in no count and takes no changes`,
  ),
  'statement.our_response': ofItem(
    ({ reference }) => `Our response to ${reference} saved`,
    STEPS.rate,
  ),
  'statement.national_position': ofItem(
    ({ reference }) => `National position on ${reference} noted`,
  ),
  'reading.added': ofItem(({ reference }) => `Reading added to ${reference}`, STEPS.rate),
  'item.created': ofItem(
    ({ reference, shortTitle }) => `${reference} created: ${shortTitle}`,
    lackingStep,
  ),
  'item.restricted': ofItem(({ reference }) => `${reference} is restricted`),
  'item.released': ofItem(({ reference }) => `${reference} is no longer restricted`),
  'wording.changed': ofItem(({ reference, shortTitle }, { fields }) =>
    fields.length === 1 && fields[0] === 'shortTitle'
      ? `Short title of ${reference} is now: ${shortTitle}`
      : `Details of ${reference} saved`,
  ),
  'links.changed': ofItem(({ reference }) => `Links of ${reference} saved`),
  'evidence.added': ofItem(
    ({ reference }, { evidence }) => `Evidence added to ${reference}: ${evidence}`,
    STEPS.rate,
  ),
  'evidence.withdrawn': ofItem(
    ({ reference }, { evidence }) => `Evidence withdrawn from ${reference}: ${evidence}`,
    STEPS.prove,
  ),
  'evidence.restricted': ofItem(
    ({ reference }, { evidence }) => `Evidence of ${reference} is restricted: ${evidence}`,
  ),
  'evidence.released': ofItem(
    ({ reference }, { evidence }) =>
      `Evidence of ${reference} is no longer restricted: ${evidence}`,
  ),
  'proposal.extension': proposed(
    ({ proposal }) => `Extension${proposal?.dueDate ? ` to ${formatDate(proposal.dueDate)}` : ''}`,
  ),
  'proposal.closure': proposed(
    ({ proposal }) => `Closure${proposal?.outcome ? ` (${OUTCOME_NAMES[proposal.outcome]})` : ''}`,
  ),
  'proposal.reopening': proposed(() => 'Reopening'),
  'proposal.withdrawn': ofItem(({ reference }) => `Proposal about ${reference} withdrawn`),
  'decision.agreed': decided,
  'decision.refused': decided,
  'decision.returned': decided,
  'decision.noted': decided,
  'challenges.acknowledged': plainly(
    (told) => `${some(told.challenges, 'challenge')} acknowledged for ${meetingOf(told)}`,
  ),
  'challenges.taken_back': plainly(
    (told) => `Acknowledgement for ${meetingOf(told)} taken back: the challenge is open again`,
  ),
  'question.asked': ofItem(
    ({ reference }, told) => `Question about ${reference} asked for ${meetingOf(told)}`,
    () => ({ href: '/questions', label: 'See all questions' }),
  ),
  'question.answered': ofItem(
    ({ reference }) => `Question about ${reference} answered`,
    () => ({ href: '/questions', label: 'See the other questions' }),
  ),
  'question.withdrawn': ofItem(({ reference }) => `Question about ${reference} withdrawn`),
  'meeting.added': meetings,
  'meeting.edited': plainly(({ meeting }) =>
    meeting ? `Meeting of ${formatDate(meeting.date)} changed` : 'Meeting changed',
  ),
  'meeting.cancelled': plainly((told) => `Cancelled: ${meetingOf(told)}`),
  'meeting.restored': plainly((told) => `Put back on: ${meetingOf(told)}`),
  'meeting.attendance': (told, actor) => ({
    title: `Attendance of ${meetingOf(told)} recorded`,
    next:
      told.meeting && can(actor, 'decide')
        ? { href: `${meetingPath(told.meeting.slug)}/decisions`, label: 'Record its decisions' }
        : undefined,
  }),
  'meeting_action.opened': (told, actor) => ({
    title: `${actionOf(told)} opened for ${told.action ? nameAndPosition(told.action.owner) : 'somebody'}${told.action?.due ? `, due ${formatDate(told.action.due)}` : ''}`,
    next:
      told.meeting && can(actor, 'manageMeetings')
        ? { href: `${meetingPath(told.meeting.slug)}/actions/new`, label: 'Open another one' }
        : undefined,
  }),
  'meeting_action.done': plainly((told) => `${actionOf(told)} is done`),
  'meeting_action.reopened': plainly((told) => `${actionOf(told)} is open again`),
  'meeting_action.withdrawn': plainly((told) => `${actionOf(told)} is withdrawn`),
  'minutes.saved': (told, actor) => ({
    title: `Minutes of ${meetingOf(told)} saved`,
    next:
      told.meeting && can(actor, 'manageMeetings')
        ? { href: `${meetingPath(told.meeting.slug)}/actions`, label: 'See its actions' }
        : undefined,
  }),
  'minutes.agreed': plainly(
    (told) => `Minutes of ${meetingOf(told)} agreed. Their words stay as they are from now on`,
  ),
  'membership.set': plainly((told) => `Seat of ${nameOf(told)} on the board saved`),
  'paper.front': inPaper('Front block saved of'),
  'paper.added': inPaper('Paragraph added to'),
  'paper.edited': inPaper('Paragraph saved of'),
  'paper.moved': inPaper('Paragraph moved in'),
  'paper.left_out': inPaper('Paragraph left out of', 'Its words are kept here'),
  'paper.put_back': inPaper('Paragraph put back into'),
  'paper.restored': inPaper('What was typed is taken out of', 'It stays in the history'),
  'paper.headline': inPaper('Headline saved for'),
  'paper.headline_restored': inPaper('The headline prints as the register has it in'),
  'paper.cleared': (told, actor) => ({
    title: `Draft cleared of ${paperOf(told)}`,
    next:
      told.meeting && can(actor, 'managePapers')
        ? { href: `${paperPath(told.meeting.slug)}/issue`, label: 'Go on to issue it' }
        : undefined,
  }),
  'paper.issued': issued,
  'paper.withdrawn': issueWithdrawn,
  'addendum.issued': issued,
  'addendum.withdrawn': issueWithdrawn,
  'person.added': (told, actor) => ({
    title: `${told.person ? nameAndPosition(told.person) : 'Person'} added`,
    next:
      told.person && can(actor, 'invite', { roles: [] })
        ? { href: `/people/${told.person.id}/invite`, label: 'Invite them to sign in' }
        : undefined,
  }),
  'person.changed': plainly((told) => `Details of ${nameOf(told)} saved`),
  'person.roles': plainly(
    (told) => `Roles of ${nameOf(told)} saved. They count from the next page on`,
  ),
  'person.deactivated': (told, actor) => ({
    title: `${nameOf(told)} is deactivated, and signed out everywhere`,
    next:
      told.person && can(actor, 'handOver')
        ? { href: `/people/${told.person.id}/hand-over`, label: 'Hand over what they own' }
        : undefined,
  }),
  'person.reactivated': plainly((told) => `${nameOf(told)} is reactivated`),
  'person.sessions_ended': plainly((told) => `${nameOf(told)} is signed out everywhere`),
  'person.hold_lifted': plainly((told) => `${nameOf(told)} can sign in again`),
  'person.second_step_reset': plainly((told) => `Second step of ${nameOf(told)} taken away`),
  'person.unlinked': plainly(
    (told) => `Single sign-on of ${nameOf(told)} unlinked, and signed out everywhere`,
  ),
  'person.handed_over': handedOver,
  'person.erased': plainly(() => 'Name erased'),
  'settings.changed': settings,
  'organisation.added': (told, actor) => ({
    title: `${told.organisation ?? 'Organisation'} added`,
    next: can(actor, 'addPeople')
      ? { href: '/people/new', label: 'Add a person who works there' }
      : undefined,
  }),
  'source.added': ({ source }, actor) => ({
    title: `Source ${source?.prefix} added: ${source?.title}`,
    next:
      source && can(actor, 'manageSources')
        ? { href: `${sourcePath(source.prefix)}/add`, label: 'Add its first recommendation' }
        : undefined,
  }),
  'source.edited': plainly(({ source }) => `Source ${source?.prefix} changed: ${source?.title}`),
  'grouping.added': plainly(({ grouping }) => `${grouping ? groupingLabel(grouping) : ''} added`),
  'grouping.renamed': plainly(
    ({ grouping }) => `Name saved: ${grouping ? groupingLabel(grouping) : ''}`,
  ),
  'grouping.retired': plainly(
    ({ grouping }) => `${grouping ? groupingLabel(grouping) : ''} is retired`,
  ),
  'grouping.restored': plainly(
    ({ grouping }) => `${grouping ? groupingLabel(grouping) : ''} is taken up again`,
  ),
  'import.applied': ({ imported }) => {
    const [kind, ...others] = imported?.kinds ?? [];
    return {
      title: imported
        ? `${some(imported.rows, 'row')} imported from ${imported.fileName}`
        : 'Imported',
      next:
        kind && others.length === 0
          ? {
              href: KIND_NAMES[kind].path,
              label: `See the register of ${KIND_NAMES[kind].many.toLowerCase()}`,
            }
          : undefined,
    };
  },
  'redaction.asked': plainly(() => 'Redaction asked for. Another person has to agree'),
  'redaction.agreed': plainly(({ item }) => `Redacted${item ? `, in ${item.reference}` : ''}`),
  'redaction.declined': plainly(() => 'The request was turned down. Nothing was redacted'),
  'redaction.withdrawn': plainly(() => 'The request is withdrawn. Nothing was redacted'),
};

export const TOLD_KINDS = Object.keys(NOTICES) as ToldKind[];

/** Which event of one write tells of it, where it left several: the first of these families. */
const FIRST = ['import', 'person', 'decision', 'item', 'update', 'proposal'];

/** The kind that tells of a whole write. @param kinds of its events, in their order; at least one */
export function principalKind<K extends { kind: string }>(events: readonly K[]): K | undefined {
  for (const family of FIRST) {
    const one = events.find(({ kind }) => kind.startsWith(`${family}.`));
    if (one) return one;
  }
  return events[0];
}

/** What a write is told as, to whom it may lead on; null for what is never told. */
export function noticeOf(told: Told, actor: Actor): Said | null {
  const say = Object.hasOwn(NOTICES, told.kind) ? NOTICES[told.kind as ToldKind] : null;
  return say?.(told, actor) ?? null;
}
