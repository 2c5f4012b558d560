/**
 * From whom a restriction keeps what is in a store: those that its item, or its evidence, is hidden
 * from; of an issued paper they get the public version; of an import that touched nothing they see,
 * nothing. Where it is not a restriction's business: everybody who is signed in reads it, only
 * whoever wrote it, administrators, officers from whom nothing is hidden, or no page shows it.
 */
type Restriction =
  | 'with its item'
  | 'with its evidence'
  | 'public version'
  | 'with its import'
  | 'everybody'
  | 'its writer'
  | 'administrators'
  | 'those who see all'
  | 'nobody';

/** Words are asked for, go with what they were copied from, or with the issue of a paper. */
type Redaction = 'asked for' | 'copied' | 'withdrawn' | 'no';

type Erasure = 'blanked' | 'deleted' | 'no';

/** When a row goes by itself, or 'never'. */
type Ends =
  | 'never'
  | '1 hour'
  | '10 minutes'
  | '1 day'
  | 'with its window'
  | '30 days'
  | '30 days after it ran out'
  | 'as a setting says';

interface Store {
  table: string;
  columns: string[];
  restriction: Restriction;
  redaction: Redaction;
  erasure: Erasure;
  ends: Ends;
}

/** Of whoever is named in them: words that somebody typed are a redaction's business. */
const ITEM = ['with its item', 'asked for', 'no', 'never'] as const;
const EVIDENCE = ['with its evidence', 'asked for', 'no', 'never'] as const;
const MEETING = ['everybody', 'asked for', 'no', 'never'] as const;
/** Marks of ours, names of bodies and published texts. */
const OURS = ['everybody', 'no', 'no', 'never'] as const;
const HASH = ['nobody', 'no', 'deleted'] as const;

type Row = readonly [string, string, Restriction, Redaction, Erasure, Ends];

// table, columns; what restriction, redaction and erasure do to them; when they end.
const ROWS: readonly Row[] = [
  ['Person', 'name email passwordHash', 'everybody', 'no', 'blanked', 'never'],
  ['Person', 'position', ...OURS],
  ['PersonVersion', 'name', 'everybody', 'no', 'blanked', 'never'],
  ['PersonVersion', 'position', ...OURS],
  ['Organisation', 'code name shortName nowCalled', ...OURS],
  ['OrganisationVersion', 'name shortName nowCalled', ...OURS],

  ['Session', 'method', 'its writer', 'no', 'no', 'as a setting says'],
  ['Session', 'agent', 'its writer', 'no', 'blanked', 'as a setting says'],
  ['AccessLink', 'tokenHash', ...HASH, '30 days after it ran out'],
  ['SecondFactor', 'secret begunBy', ...HASH, 'never'],
  ['RecoveryCode', 'codeHash', ...HASH, 'never'],
  ['PendingSignIn', 'method', 'nobody', 'no', 'deleted', '10 minutes'],
  ['PendingSignIn', 'tokenHash', ...HASH, '10 minutes'],
  ['Identity', 'issuer subject', 'its writer', 'no', 'deleted', 'never'],
  ['Submission', 'digest', 'nobody', 'no', 'no', '30 days'],
  ['KeptForm', 'path values', 'its writer', 'no', 'deleted', '1 hour'],
  ['HourlyCount', 'kind', 'nobody', 'no', 'no', '1 day'],
  ['RateLimit', 'key', 'nobody', 'no', 'no', 'with its window'],
  ['SecurityEvent', 'kind address', 'administrators', 'no', 'no', 'as a setting says'],
  ['SecurityEvent', 'agent detail', 'administrators', 'no', 'blanked', 'as a setting says'],

  ['Item', 'headline shortTitle text yourReference', 'with its item', 'copied', 'no', 'never'],
  ['Item', 'reference', 'with its item', 'no', 'no', 'never'],
  ['NationalDeadline', 'text basis', ...OURS],
  ['StatusUpdate', 'headline words recovery nextStep', ...ITEM],
  ['ItemWording', 'reason shortTitle text yourReference amount amountPeriod', ...ITEM],
  ['ItemWording', 'editorNote alsoInvolved area fundingSource', ...ITEM],
  ['ItemWording', 'successMeasure baseline target', ...ITEM],
  ['Statement', 'words url', ...ITEM],
  ['Reading', 'value note', ...ITEM],
  ['ItemRestriction', 'reason', ...ITEM],
  ['Link', 'capacity', 'with its item', 'no', 'no', 'never'],
  ['Proposal', 'reason passedTo headline recovery', ...ITEM],
  ['ProposalWithdrawal', 'reason', ...ITEM],
  ['Decision', 'minuteReference words', ...ITEM],
  ['Question', 'words', ...ITEM],
  ['QuestionEvent', 'words', ...ITEM],
  ['Acknowledgement', 'reason', ...ITEM],
  ['Acknowledgement', 'rule', 'with its item', 'no', 'no', 'never'],
  ['ImportedNote', 'heading text', ...ITEM],
  ['AuditEvent', 'reason', ...ITEM],
  ['AuditEvent', 'changes', 'with its item', 'copied', 'no', 'never'],
  ['AuditEvent', 'kind', 'with its item', 'no', 'no', 'never'],

  ['Evidence', 'title shows url fileName', ...EVIDENCE],
  ['Evidence', 'mediaType sha256', 'with its evidence', 'no', 'no', 'never'],
  ['EvidenceEvent', 'reason', ...EVIDENCE],
  ['FileChunk', 'bytes', ...EVIDENCE],

  ['Source', 'title publisher published', 'everybody', 'copied', 'no', 'never'],
  ['Source', 'prefix', ...OURS],
  ['SourceVersion', 'title publisher published', ...MEETING],
  ['Grouping', 'name', 'everybody', 'copied', 'no', 'never'],
  ['Grouping', 'code', ...OURS],
  ['GroupingVersion', 'name reason', ...MEETING],

  ['Meeting', 'venue', 'everybody', 'copied', 'no', 'never'],
  ['Meeting', 'slug startsAt', ...OURS],
  ['MeetingVersion', 'venue reason', ...MEETING],
  ['MeetingVersion', 'startsAt', ...OURS],
  ['AttendanceVersion', 'othersPresent', ...MEETING],
  ['AttendanceEntry', 'deputy', ...MEETING],
  ['DeclarationOfInterest', 'words', ...ITEM],
  ['MeetingAction', 'what', ...MEETING],
  ['MeetingActionEvent', 'words', ...MEETING],
  ['MinutesVersion', 'title sections', ...MEETING],

  ['PaperVersion', 'frame clearedBy clearedRole', 'those who see all', 'asked for', 'no', 'never'],
  ['PaperVersion', 'what', 'those who see all', 'no', 'no', 'never'],
  ['PaperIssue', 'model publicModel', 'public version', 'withdrawn', 'no', 'never'],
  ['PaperIssue', 'replacesReason', ...MEETING],
  // Who cleared it stays with the tombstone of a paper that was withdrawn.
  ['PaperIssue', 'clearedBy clearedRole', ...OURS],
  ['IssuedFile', 'name mediaType sha256', ...OURS],
  ['IssuedFileChunk', 'bytes', 'public version', 'withdrawn', 'no', 'never'],
  ['IssuedFileChunk', 'name', ...OURS],
  ['PaperWithdrawal', 'reason', ...MEETING],

  ['BoardSettings', 'boardName areas ragKey', ...OURS],
  ['Import', 'fileName', 'with its import', 'asked for', 'no', 'never'],
  ['Import', 'sha256', 'with its import', 'no', 'no', 'never'],
  ['ImportUpload', 'fileName sha256 setup', 'its writer', 'no', 'no', '1 day'],
  ['ImportUploadChunk', 'bytes', 'its writer', 'no', 'no', '1 day'],
  // A heading that names somebody is the board's guess for ever: no page shows or forgets it.
  ['ImportColumnMemory', 'heading use', 'nobody', 'no', 'no', 'never'],
  ['Redaction', 'reason', ...ITEM],
  ['Redaction', 'subject key columns', 'with its item', 'no', 'no', 'never'],
  ['RedactionOutcome', 'reason', ...ITEM],
  ['RedactionOutcome', 'hashes', 'with its item', 'no', 'no', 'never'],
];

/**
 * Every column that can hold words or bytes that somebody typed or uploaded, and what becomes of
 * them. A new one is a row here; the test of this table does to each what its row says.
 */
const STORES: readonly Store[] = ROWS.map(
  ([table, columns, restriction, redaction, erasure, ends]) => ({
    table,
    columns: columns.split(' '),
    restriction,
    redaction,
    erasure,
    ends,
  }),
);

/** 'Table.column' of each store that is so, in order. */
export function storesThat(are: (store: Store) => boolean): string[] {
  return STORES.filter(are)
    .flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
    .sort();
}

/** @param name 'Table.column' */
export function storeOf(name: string): Store | undefined {
  const [table, column = ''] = name.split('.');
  return STORES.find((store) => store.table === table && store.columns.includes(column));
}

/** Stores that are no table, each with the test that tries what is said of it. */
export const ELSEWHERE = [
  {
    store: 'the session storage of a tab',
    holds: 'what was typed into a form and is not saved, sealed for its writer',
    ends: 'once it is saved or let go of, at signing out, with the tab',
    triedBy: 'tests/e2e/unsaved.spec.ts',
  },
  {
    store: 'the log',
    holds: 'routes and references, no words of a form',
    ends: 'where standard output is sent',
    triedBy: 'tests/apps/errors.test.ts',
  },
  {
    store: 'mail',
    holds: 'a name and a link',
    ends: 'with the reader',
    triedBy: 'tests/apps/mail.test.ts',
  },
] as const;
