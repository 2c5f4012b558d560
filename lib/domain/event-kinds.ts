/**
 * Every kind of audit event there is, in plain words, under what it is about. A test holds the list
 * to what the code and the database write.
 */
export const EVENT_GROUPS = {
  status: {
    label: 'Status and plans',
    kinds: {
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
      'statement.our_response': 'Our response changed',
      'statement.national_position': 'National position noted',
      'reading.added': 'Reading added',
    },
  },
  item: {
    label: 'Titles, details and links',
    kinds: {
      'item.created': 'Created',
      'item.restricted': 'Restricted',
      'item.released': 'Released from restriction',
      'wording.changed': 'Details changed',
      'links.changed': 'Links changed',
      'notes.imported': 'Notes and past reports kept',
    },
  },
  evidence: {
    label: 'Evidence',
    kinds: {
      'evidence.added': 'Evidence added',
      'evidence.withdrawn': 'Evidence withdrawn',
      'evidence.restricted': 'Evidence restricted',
      'evidence.released': 'Evidence released from restriction',
    },
  },
  decision: {
    label: 'Proposals, decisions and challenges',
    kinds: {
      'proposal.extension': 'Extension proposed',
      'proposal.closure': 'Closure proposed',
      'proposal.reopening': 'Reopening proposed',
      'proposal.withdrawn': 'Proposal withdrawn',
      'decision.agreed': 'Decision recorded: agreed',
      'decision.refused': 'Decision recorded: refused',
      'decision.returned': 'Decision recorded: returned',
      'decision.noted': 'Decision recorded: noted',
      'challenges.acknowledged': 'Challenges acknowledged',
      'challenges.taken_back': 'Acknowledgement taken back',
    },
  },
  question: {
    label: 'Questions',
    kinds: {
      'question.asked': 'Question asked',
      'question.answered': 'Question answered',
      'question.withdrawn': 'Question withdrawn',
    },
  },
  meeting: {
    label: 'Meetings and minutes',
    kinds: {
      'meeting.added': 'Meeting added',
      'meeting.edited': 'Meeting changed',
      'meeting.cancelled': 'Meeting cancelled',
      'meeting.restored': 'Meeting put back on',
      'meeting.attendance': 'Attendance recorded',
      'meeting_action.opened': 'Meeting action opened',
      'meeting_action.done': 'Meeting action done',
      'meeting_action.reopened': 'Meeting action reopened',
      'meeting_action.withdrawn': 'Meeting action withdrawn',
      'minutes.saved': 'Minutes saved',
      'minutes.agreed': 'Minutes agreed',
      'membership.set': 'Seat on the board changed',
    },
  },
  paper: {
    label: 'Papers',
    kinds: {
      'paper.front': 'Front of the paper changed',
      'paper.added': 'Paragraph of the paper added',
      'paper.edited': 'Paragraph of the paper changed',
      'paper.moved': 'Paragraph of the paper moved',
      'paper.left_out': 'Paragraph left out of the paper',
      'paper.put_back': 'Paragraph put back into the paper',
      'paper.restored': 'Paragraph of the paper as generated again',
      'paper.headline': 'Headline of the paper changed',
      'paper.headline_restored': 'Headline of the paper as generated again',
      'paper.cleared': 'Paper cleared',
      'paper.issued': 'Paper issued',
      'paper.withdrawn': 'Paper withdrawn',
      'addendum.issued': 'Addendum issued',
      'addendum.withdrawn': 'Addendum withdrawn',
    },
  },
  person: {
    label: 'People and their roles',
    kinds: {
      'person.added': 'Person added',
      'person.changed': 'Person’s details changed',
      'person.invited': 'Invited',
      'person.link_made': 'Link to choose a password made',
      'person.password_set': 'Password chosen',
      'person.roles': 'Roles changed',
      'person.deactivated': 'Deactivated',
      'person.reactivated': 'Reactivated',
      'person.sessions_ended': 'Signed out everywhere',
      'person.second_step_reset': 'Second step reset',
      'person.hold_lifted': 'Hold on sign-ins lifted',
      'person.unlinked': 'Single sign-on unlinked',
      'person.handed_over': 'Handed over what they owned',
      'person.erased': 'Name erased',
      'person.file_made': 'What is held about them downloaded',
    },
  },
  board: {
    label: 'Settings, sources and groupings',
    kinds: {
      'settings.changed': 'Settings changed',
      'organisation.added': 'Organisation added',
      'source.added': 'Source added',
      'source.edited': 'Source changed',
      'grouping.added': 'Grouping added',
      'grouping.renamed': 'Grouping renamed',
      'grouping.retired': 'Grouping retired',
      'grouping.restored': 'Grouping restored',
    },
  },
  import: { label: 'Imports', kinds: { 'import.applied': 'Spreadsheet imported' } },
  redaction: {
    label: 'Redactions',
    kinds: {
      'redaction.asked': 'Redaction asked for',
      'redaction.agreed': 'Redacted',
      'redaction.declined': 'Redaction declined',
      'redaction.withdrawn': 'Request for a redaction withdrawn',
    },
  },
  download: {
    label: 'Exports and downloads',
    kinds: {
      'export.register': 'Register downloaded',
      'export.activity': 'Activity downloaded',
      'export.security': 'Security events downloaded',
      'download.evidence': 'File of evidence downloaded',
      'download.paper': 'Issued paper downloaded',
      'download.paper_draft': 'Draft paper downloaded',
      'download.minutes': 'Minutes downloaded',
    },
  },
} as const satisfies Record<string, { label: string; kinds: Record<string, string> }>;

export type EventGroup = keyof typeof EVENT_GROUPS;
export const EVENT_GROUP_NAMES = Object.keys(EVENT_GROUPS) as EventGroup[];

type KindsOf<G> = G extends { kinds: infer K } ? keyof K : never;
export type EventKind = KindsOf<(typeof EVENT_GROUPS)[EventGroup]>;

/** What each kind of audit event is called. */
export const EVENT_TITLES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(EVENT_GROUPS).map(({ kinds }) => kinds),
);

/** The kinds of one group. */
export function kindsOf(group: EventGroup): string[] {
  return Object.keys(EVENT_GROUPS[group].kinds);
}
