import type { Author } from './author';
import type { PlainDate } from './dates';
import type { ProposalView } from './decision-view';
import type { EvidenceState } from './evidence';
import type { ImportedNoteView } from './imported-note-view';
import type {
  CommitmentKind,
  GroupingKind,
  ItemKind,
  Lifecycle,
  LinkStrength,
  OurRole,
  Outcome,
} from './item';
import type { MeetingView } from './meeting-view';
import type { Movement } from './movement';
import type { RagAtMeeting } from './movement-view';
import type { Role } from './permissions';
import type { ProposalKind } from './proposal';
import type { QuestionView } from './question-view';
import type { RagKey, RagKeys, RagStatus } from './rag';
import type { RedactionRow } from './redaction-view';
import type { FilterName, RegisterQuery } from './register';
import type { RestrictionCategory } from './restriction';
import type { ScheduleState } from './schedule';
import type { SourceName } from './source';
import type { UpdateKind } from './status-update';

/** What reads hand to pages: plain values, ready to draw. Instants are ISO strings. */

export interface PersonName {
  id: string;
  name: string;
  position: string;
  organisation: string | null;
}
export interface OrganisationName {
  id: string;
  name: string;
  shortName: string | null;
}

export interface Statuses {
  rag: RagStatus;
  evidence: EvidenceState;
  /** Local actions only. */
  schedule: ScheduleState | null;
}

export interface RegisterRow extends Statuses {
  reference: string;
  kind: ItemKind;
  commitmentKind: CommitmentKind | null;
  /** False for headings, context and dependencies: shown, neither rated nor counted. */
  rated: boolean;
  parentReference: string | null;
  shortTitle: string;
  owner: { id: string; name: string } | null;
  lead: OrganisationName | null;
  ourRole: OurRole | null;
  headline: string | null;
  lastUpdateAt: string | null;
  firstDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  closedOn: PlainDate | null;
  /** What awaits the board's decision. */
  proposed: ProposalKind | null;
  restricted: boolean;
  /** Since the last meeting; null where a page does not say, or there was no meeting. */
  movement: Movement | null;
}

export interface FilterOption {
  value: string;
  label: string;
  /** How many rows it would leave, the other filters kept. */
  count: number;
  selected: boolean;
}

export interface RegisterView {
  kind: ItemKind;
  query: RegisterQuery;
  rows: RegisterRow[];
  /** Rows that match, on all pages. */
  total: number;
  /** Rows there are with no filter at all. */
  all: number;
  page: number;
  pages: number;
  /** Counts by RAG of the rows that match and are rated. */
  filters: Partial<Record<FilterName, FilterOption[]>>;
}

export interface LinkedItem extends Statuses {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  rated: boolean;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  strength: LinkStrength | null;
}
export interface LinkedGrouping {
  id: string;
  kind: GroupingKind;
  code: string;
  name: string;
  closestFit: boolean;
  retired: boolean;
}
export interface AddressedBody {
  name: string;
  nowCalled: string | null;
  capacity: string | null;
}

export interface UpdateView {
  number: number;
  kind: UpdateKind;
  at: string;
  author: Author | null;
  rag: RagStatus;
  headline: string | null;
  words: string | null;
  recovery: string | null;
  nextStep: string | null;
}

export interface StatementView {
  number: number;
  words: string;
  url: string | null;
  statedOn: PlainDate;
  at: string;
  author: Author | null;
}

export interface EvidenceView {
  id: string;
  kind: 'link' | 'file';
  title: string;
  shows: string;
  datedOn: PlainDate;
  reviewOn: PlainDate;
  outOfDate: boolean;
  url: string | null;
  file: {
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    /** Its bytes have been redacted: there is nothing to download. */
    redacted: boolean;
  } | null;
  addedAt: string;
  author: Author | null;
  withdrawn: { at: string; author: Author | null; reason: string } | null;
  restriction: RestrictionView | null;
  may: { withdraw: boolean; restrict: boolean; redact: boolean };
}

export interface RestrictionView {
  category: RestrictionCategory;
  reason: string;
  reviewOn: PlainDate;
  hiddenFrom: OrganisationName[];
  at: string;
  author: Author | null;
}

export interface ReadingView {
  id: string;
  readOn: PlainDate;
  value: string;
  note: string | null;
  author: Author | null;
}

export interface ItemView extends Statuses {
  reference: string;
  kind: ItemKind;
  commitmentKind: CommitmentKind | null;
  rated: boolean;
  /** Null for local actions. The words of a national source are not the board's. */
  source: (SourceName & { national: boolean }) | null;
  shortTitle: string;
  text: string;
  /** Numbers that forms are based on. */
  number: number;
  wordingNumber: number;
  responseNumber: number;
  positionNumber: number;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  closedOn: PlainDate | null;
  owner: PersonName | null;
  lead: OrganisationName | null;
  ourRole: OurRole | null;
  /** What each status means for its kind, in the board's words. */
  ragKey: RagKey;
  headline: string | null;
  /** The latest rating, whatever has been said since. */
  rating: UpdateView | null;
  lastUpdateAt: string | null;
  firstDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  moves: number;
  bodies: AddressedBody[];
  deadlines: Array<{ text: string; date: PlainDate | null; basis: string }>;
  response: StatementView | null;
  position: StatementView | null;
  earlierResponses: StatementView[];
  earlierPositions: StatementView[];
  amount: { display: string; period: string | null } | null;
  editorNote: string | null;
  /** What the list that it came from calls it. */
  yourReference: string | null;
  alsoInvolved: string | null;
  area: string | null;
  startDate: PlainDate | null;
  fundingSource: string | null;
  fundedUntil: PlainDate | null;
  successMeasure: string | null;
  baseline: string | null;
  target: string | null;
  readings: ReadingView[];
  parent: LinkedItem | null;
  children: LinkedItem[];
  recommendations: LinkedItem[];
  commitments: LinkedItem[];
  localActions: LinkedItem[];
  groupings: LinkedGrouping[];
  evidenceList: EvidenceView[];
  updates: UpdateView[];
  /** At the last meetings, oldest first. */
  ragAtMeetings: RagAtMeeting[];
  /** Newest first, with what became of each. */
  proposals: ProposalView[];
  /** Those that wait for an answer first. */
  questions: QuestionView[];
  restriction: RestrictionView | null;
  /** What was replaced by a tombstone, also on a day before it was. */
  redactions: RedactionRow[];
  /** Notes and past reports that came with a spreadsheet, by their own dates. */
  imported: ImportedNoteView[];
  /** What this reader may do here. */
  may: {
    ask: boolean;
    setOwner: boolean;
    setRag: boolean;
    addEvidence: boolean;
    stateResponse: boolean;
    statePosition: boolean;
    setOurRole: boolean;
    edit: boolean;
    restrict: boolean;
    correctFirstDate: boolean;
    proposeExtension: boolean;
    proposeClosure: boolean;
    proposeReopening: boolean;
    decide: boolean;
    /** Its short title, its groupings, and what it answers. */
    map: boolean;
    /** The text too: of a source that was added by hand. */
    reword: boolean;
  };
  previous: string | null;
  next: string | null;
}

/** One line of an item's history: who changed what, from what to what, when and why. */
export interface HistoryEntry {
  seq: string;
  at: string;
  author: Author | null;
  /** "Rated Amber", "Owner assigned" … */
  title: string;
  changes: Array<{ label: string; from: string | null; to: string | null }>;
  words: string | null;
  reason: string | null;
  /** The spreadsheet it came with, and which of its rows, from 1. */
  through: { importId: string; fileName: string; row: number } | null;
  /** Where its redaction is asked for, by those who may and where there are words. */
  redact: string | null;
}

export interface HistoryView {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  entries: HistoryEntry[];
  total: number;
  page: number;
  pages: number;
}

export interface RagCounts {
  red: number;
  amber: number;
  green: number;
  blue: number;
  not_rated: number;
}

export interface DashboardView {
  kinds: Array<{
    kind: ItemKind;
    /** Those in the counts by RAG. */
    total: number;
    rag: RagCounts;
    /** Open ones without an owner. */
    unowned: number;
    /** Open ones. */
    withoutEvidence: number;
    /** Local actions only; null otherwise. */
    overdue: number | null;
    dueSoon: number | null;
    /** Closed otherwise than as complete: in no count by RAG. */
    closedOtherwise: number;
  }>;
  mine: RegisterRow[];
  mineTotal: number;
  recent: Array<{
    at: string;
    author: Author | null;
    reference: string;
    kind: ItemKind;
    shortTitle: string;
    title: string;
  }>;
  nextMeeting: MeetingView | null;
  lastMeeting: MeetingView | null;
}

export interface PersonRow extends PersonName {
  email: string | null;
  roles: readonly Role[];
  /** Whether they may sign in, have yet to use their invitation, were shut out, or never could. */
  access: PersonAccess;
  /** "Chair", "Member": their seat on the board today. */
  seat: string | null;
  owns: number;
  /** When they last used it, for administrators; an instant as ISO text. */
  lastSeenAt: string | null;
}
export const PERSON_ACCESS = ['active', 'invited', 'deactivated', 'none'] as const;
export type PersonAccess = (typeof PERSON_ACCESS)[number];
/** Where somebody's sign-ins are held off after too many attempts. */
export interface HeldOffView {
  /** An instant as ISO text. */
  until: string;
  /** How many networks tried too many passwords. */
  networks: number;
  /** All browsers in which they have not signed in before. */
  everywhere: boolean;
  /** A browser in which they have, or where they are signed in. */
  own: boolean;
  /** The second step. */
  codes: boolean;
}
export interface PersonView extends PersonRow {
  /** It is who reads it. */
  self: boolean;
  /** What forms that change their roles or their details are based on. */
  numbers: { roles: number; details: number };
  /** When they were shut out, and why, for readers whom the activity tells it. */
  deactivated: { at: string; reason: string | null } | null;
  openMeetingActions: number;
  organisationId: string | null;
  erased: boolean;
  hasPassword: boolean;
  /** For administrators; false for everybody else. */
  hasSecondStep: boolean;
  /** For administrators: where too many attempts hold their sign-ins off, and until when. */
  heldOff: HeldOffView | null;
  items: RegisterRow[];
  /** What the reader may do to them. */
  may: {
    change: boolean;
    invite: boolean;
    link: boolean;
    setRoles: boolean;
    deactivate: boolean;
    reactivate: boolean;
    endSessions: boolean;
    liftHold: boolean;
    resetSecondStep: boolean;
    unlink: boolean;
    handOver: boolean;
    erase: boolean;
    /** To have a file of all that is held about them. */
    file: boolean;
  };
}
export interface OrganisationRow extends OrganisationName {
  national: boolean;
  nowCalled: string | null;
  people: number;
  leads: number;
}

/** What selects and checkboxes of forms are filled with. */
export interface Choices {
  people: PersonName[];
  organisations: Array<OrganisationName & { national: boolean }>;
  recommendations: Array<{ id: string; reference: string; shortTitle: string }>;
  commitments: Array<{ id: string; reference: string; shortTitle: string }>;
  groupings: Array<{ id: string; kind: GroupingKind; code: string; name: string }>;
}

export interface BoardView {
  /** Counts up with each change; 0 before the first. */
  version: number;
  name: string;
  areas: string[];
  illustrative: boolean;
  dueSoonDays: number;
  reviewMonths: number;
  /** Working days before a meeting; clear ones for papers. */
  updatesDueDays: number;
  papersIssuedDays: number;
  ragKey: RagKeys;
  /** Somebody of the board has saved the key, changed or as it was. */
  ragKeyConfirmed: boolean;
  /** Minutes a session lasts without being used, and hours in all. */
  sessionIdleMinutes: number;
  sessionHours: number;
  /** Roles that need a second step after the password. */
  secondStepRoles: readonly Role[];
  /** Whether administrators and officers need one where the database is the operator's own. */
  secondStepOutside: boolean;
  /** Whether a password opens a session, where there is single sign-on. */
  passwordsAllowed: boolean;
  /** Months for which security events are kept. */
  securityMonths: number;
  /** How much files may take, in megabytes of 1,048,576 bytes. */
  storageMb: number;
}
