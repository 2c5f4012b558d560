/** Whose a row is, by the column that names the person. */
type Named = 'own' | 'about';

/** By what a row is hidden: its item, that of a link, or itself as one; and so on. */
type KeptBy =
  | 'item'
  | 'link'
  | 'itself'
  | 'evidence'
  | 'evidence event'
  | 'event'
  | 'redaction'
  | 'outcome'
  | 'declaration'
  | 'import';

/** What is read of a table for the file of one person. */
export interface Held {
  /** The heading of its rows. */
  says: string;
  /** Columns that name the person: the row is theirs, or it is about them and somebody else's. */
  names: Readonly<Record<string, Named>>;
  /** Columns of a row that is theirs. */
  shows: readonly string[];
  /** Of a row that only names them; without it, all. */
  named?: readonly string[];
  /** Of these only that there is something is said. */
  onlyThat?: readonly string[];
  /** What nobody else sees anywhere is in a file that they make themselves, and in no other. */
  theirsAlone?: true;
  /** Not there where a row is about somebody else. */
  unlessOfOthers?: readonly string[];
  /** Columns that are left out, each with why. */
  without?: Readonly<Record<string, string>>;
  /** What decides who may see a row; without it, everybody may who may have the file. */
  keptBy?: KeptBy;
}

const WHEN = 'recordedAt';
const OPENS = 'it would open something, or help to';
const BYTES = 'of files their names are here; the page of each hands it over';
const own = { authorId: 'own' } as const;

/**
 * Every table that names people, and what of it is in the file of one (docs/data-protection.md). A
 * test holds this against the columns of the database: what is in neither list is a fault.
 */
export const PERSON_FILE = {
  Person: {
    says: 'Who they are',
    names: { id: 'own' },
    shows: [
      'organisationId',
      'name',
      'position',
      'email',
      'roles',
      'createdAt',
      'deactivatedAt',
      'erasedAt',
    ],
    onlyThat: ['passwordHash'],
  },
  PersonVersion: {
    says: 'Names, positions and organisations they had, and those they gave to others',
    names: { personId: 'own', authorId: 'about' },
    shows: ['organisationId', 'version', WHEN, 'name', 'position'],
    named: ['organisationId', WHEN],
  },
  Session: {
    says: 'Where they signed in',
    names: { personId: 'own' },
    shows: ['createdAt', 'lastSeenAt', 'endedAt', 'method', 'agent'],
  },
  AccessLink: {
    says: 'Invitations and password links',
    names: { personId: 'own' },
    shows: ['purpose', 'createdAt', 'expiresAt', 'usedAt'],
    without: { tokenHash: OPENS },
  },
  SecondFactor: {
    says: 'Second step',
    names: { personId: 'own' },
    shows: ['createdAt', 'confirmedAt'],
    without: { secret: OPENS, begunBy: OPENS },
  },
  RecoveryCode: {
    says: 'Recovery codes',
    names: { personId: 'own' },
    shows: ['createdAt', 'usedAt'],
    without: { codeHash: OPENS },
  },
  PendingSignIn: {
    says: 'Sign-ins that wait for the second step',
    names: { personId: 'own' },
    shows: ['method', 'createdAt', 'expiresAt'],
    without: { tokenHash: OPENS },
  },
  Identity: {
    says: 'Accounts of single sign-on',
    names: { personId: 'own' },
    shows: ['issuer', 'subject', 'linkedAt', 'lastUsedAt'],
  },
  KeptForm: {
    says: 'Forms that wait until they have signed in again',
    names: { personId: 'own' },
    shows: ['createdAt', 'expiresAt', 'path', 'values'],
    theirsAlone: true,
  },
  HourlyCount: {
    says: 'How many files they were handed, and how often they were refused, in an hour',
    names: { personId: 'own' },
    shows: ['kind', 'hour', 'count'],
  },
  SecurityEvent: {
    says: 'Security events of their account, and what they did to others’',
    names: { personId: 'own', byId: 'about' },
    shows: [WHEN, 'kind', 'address', 'agent', 'detail'],
    named: [WHEN, 'kind'],
  },
  Erasure: {
    says: 'That their name was blanked, and names they blanked',
    names: { personId: 'own', authorId: 'about' },
    shows: [WHEN],
  },
  SourceVersion: {
    says: 'Sources they changed',
    names: own,
    shows: [WHEN, 'title', 'publisher', 'published'],
  },
  OrganisationVersion: {
    says: 'Organisations they named',
    names: own,
    shows: [WHEN, 'name', 'shortName', 'nowCalled'],
  },
  Item: {
    says: 'What they own',
    names: { ownerId: 'own' },
    shows: ['reference', 'shortTitle'],
    without: {
      headline: 'it is about the work; the status update has it with whoever wrote it',
      text: 'it is about the work',
      yourReference: 'it is about the work',
    },
    keptBy: 'itself',
  },
  StatusUpdate: {
    says: 'Status updates: theirs, made in their name, or of what they owned',
    names: { authorId: 'own', onBehalfOfId: 'own', ownerId: 'about' },
    shows: ['itemId', 'number', WHEN, 'kind', 'rag', 'headline', 'words', 'recovery', 'nextStep'],
    named: ['itemId', 'number', WHEN, 'kind', 'rag'],
    keptBy: 'item',
  },
  ItemWording: {
    says: 'Titles and details they wrote',
    names: own,
    shows: [
      ...['itemId'],
      ...['number', WHEN, 'reason', 'shortTitle', 'text', 'yourReference', 'amount'],
      ...['amountPeriod', 'editorNote', 'alsoInvolved', 'area', 'fundingSource'],
      ...['successMeasure', 'baseline', 'target'],
    ],
    keptBy: 'item',
  },
  Statement: {
    says: 'Responses and national positions they wrote',
    names: own,
    shows: ['itemId', WHEN, 'kind', 'words', 'url'],
    keptBy: 'item',
  },
  Reading: {
    says: 'Readings they entered',
    names: own,
    shows: ['itemId', WHEN, 'value', 'note'],
    keptBy: 'item',
  },
  ItemRestriction: {
    says: 'Restrictions they set',
    names: own,
    shows: ['itemId', WHEN, 'category', 'reason'],
    keptBy: 'item',
  },
  GroupingVersion: {
    says: 'Groupings they changed',
    names: own,
    shows: [WHEN, 'name', 'reason'],
  },
  Link: {
    says: 'Links they set',
    names: own,
    shows: ['fromId', WHEN, 'capacity', 'removed'],
    keptBy: 'link',
  },
  Evidence: {
    says: 'Evidence they added',
    names: own,
    shows: ['itemId', WHEN, 'kind', 'title', 'shows', 'url', 'fileName', 'mediaType', 'sha256'],
    keptBy: 'evidence',
  },
  EvidenceEvent: {
    says: 'What they did to evidence',
    names: own,
    shows: ['evidenceId', WHEN, 'kind', 'reason'],
    keptBy: 'evidence event',
  },
  Proposal: {
    says: 'Proposals: theirs, or made in their name',
    names: { authorId: 'own', onBehalfOfId: 'own' },
    shows: ['itemId', WHEN, 'kind', 'reason', 'passedTo', 'headline', 'recovery'],
    keptBy: 'item',
  },
  ProposalWithdrawal: {
    says: 'Proposals they withdrew',
    names: own,
    shows: ['itemId', WHEN, 'reason'],
    keptBy: 'item',
  },
  Decision: {
    says: 'Decisions: recorded by them, or delegated to them',
    names: { authorId: 'own', delegatedToId: 'own' },
    shows: ['itemId', 'meetingId', WHEN, 'result', 'minuteReference', 'words'],
    keptBy: 'item',
  },
  Question: {
    says: 'Questions they asked',
    names: own,
    shows: ['itemId', 'meetingId', WHEN, 'words'],
    keptBy: 'item',
  },
  QuestionEvent: {
    says: 'Questions they answered or took back',
    names: own,
    shows: ['itemId', WHEN, 'kind', 'words'],
    keptBy: 'item',
  },
  Acknowledgement: {
    says: 'Points to check they acknowledged',
    names: own,
    shows: ['itemId', 'meetingId', WHEN, 'rule', 'reason'],
    keptBy: 'item',
  },
  MeetingVersion: {
    says: 'Meetings they set up or changed',
    names: own,
    shows: ['meetingId', WHEN, 'startsAt', 'venue', 'reason'],
  },
  BoardMembership: {
    says: 'Seats on the board: theirs, and those they recorded',
    names: { personId: 'own', authorId: 'about' },
    shows: [WHEN, 'capacity', 'from', 'until', 'removed'],
    named: [WHEN],
  },
  AttendanceVersion: {
    says: 'Attendance they recorded',
    names: own,
    shows: ['meetingId', WHEN, 'othersPresent'],
  },
  AttendanceEntry: {
    says: 'Whether they were at meetings',
    names: { personId: 'own' },
    shows: ['meetingId', 'answer', 'deputy'],
  },
  DeclarationOfInterest: {
    says: 'Interests they declared',
    names: { personId: 'own' },
    shows: ['meetingId', 'words'],
    keptBy: 'declaration',
  },
  MeetingAction: {
    says: 'Meeting actions: for them to do, and recorded by them',
    names: { ownerId: 'own', authorId: 'own' },
    shows: ['meetingId', WHEN, 'what', 'dueDate'],
  },
  MeetingActionEvent: {
    says: 'What they said of meeting actions',
    names: own,
    shows: [WHEN, 'kind', 'words'],
  },
  MinutesVersion: {
    says: 'Minutes they wrote',
    names: own,
    shows: ['meetingId', WHEN, 'title', 'sections'],
  },
  PaperVersion: {
    says: 'Drafts of papers they edited or cleared',
    names: own,
    shows: ['meetingId', WHEN, 'what', 'clearedBy', 'clearedRole'],
    without: { frame: 'the whole draft, with the words of everybody' },
  },
  PaperIssue: {
    says: 'Papers they issued',
    names: own,
    shows: ['meetingId', WHEN, 'kind', 'version', 'replacesReason'],
    without: {
      clearedBy: 'whoever cleared it has it in their own file',
      clearedRole: 'the same',
      model: 'the whole paper, which its page hands over to those who may have it',
      publicModel: 'the whole paper in its public version',
    },
  },
  PaperWithdrawal: {
    says: 'Papers they withdrew',
    names: own,
    shows: ['meetingId', WHEN, 'reason'],
  },
  BoardSettings: {
    says: 'Settings they changed',
    names: own,
    shows: ['version', WHEN, 'boardName', 'areas'],
    without: { ragKey: 'words of the board’s key' },
  },
  AuditEvent: {
    says: 'What they did, and what was done to their account',
    names: { authorId: 'own', personId: 'own' },
    shows: [
      'organisationId',
      'itemId',
      'evidenceId',
      'meetingId',
      WHEN,
      'kind',
      'changes',
      'reason',
    ],
    unlessOfOthers: ['changes', 'reason'],
    keptBy: 'event',
  },
  ImportUpload: {
    says: 'Spreadsheets they uploaded that wait',
    names: { personId: 'own' },
    shows: ['createdAt', 'expiresAt', 'fileName', 'sha256', 'setup'],
    theirsAlone: true,
  },
  Import: {
    says: 'Spreadsheets they imported',
    names: own,
    shows: [WHEN, 'kind', 'fileName', 'sha256'],
    keptBy: 'import',
  },
  ImportedNote: {
    says: 'Notes that came with their imports',
    names: own,
    shows: ['itemId', WHEN, 'heading', 'text'],
    keptBy: 'item',
  },
  Redaction: {
    says: 'Redactions they asked for',
    names: own,
    shows: ['itemId', 'evidenceId', 'meetingId', WHEN, 'subject', 'columns', 'reason'],
    without: { key: 'the number of a row' },
    keptBy: 'redaction',
  },
  RedactionOutcome: {
    says: 'Redactions they decided on',
    names: own,
    shows: [WHEN, 'kind', 'reason'],
    without: { hashes: 'they are of what others wrote' },
    keptBy: 'outcome',
  },
  RedactionNote: {
    says: 'Redactions they were told of',
    names: { personId: 'own' },
    shows: ['redactionId', 'stage', WHEN, 'mailedAt', 'putAwayAt'],
    keptBy: 'outcome',
  },
} as const satisfies Record<string, Held>;

/** Tables with words or bytes that name nobody by an id, and why nothing of them is in the file. */
export const NOT_OF_ONE_PERSON = {
  Organisation: 'bodies, not people',
  RateLimit: 'hashes of addresses, gone within an hour',
  Submission: 'digests that name nobody, gone after 30 days',
  Source: 'published documents',
  NationalDeadline: 'published texts',
  Grouping: 'names of themes and the like',
  Meeting: 'dates and venues; who was there is in the file',
  FileChunk: BYTES,
  IssuedFile: 'files of papers, which the page of each hands over',
  IssuedFileChunk: 'files of papers, which the page of each hands over',
  ImportUploadChunk: BYTES,
  ImportColumnMemory: 'what headings of columns meant, whoever said so',
  ImportRow: 'numbers of rows',
} as const;
