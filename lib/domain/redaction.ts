import { z } from 'zod';
import { optionalText, ownValue, requiredText, submission } from './fields';
import type { Role } from './permissions';
import { readStored } from './stored';

type KeyKind = 'uuid' | 'number' | 'word';
interface Redactable {
  /** What a row of it is called. */
  says: string;
  key: Readonly<Record<string, KeyKind>>;
  columns: Readonly<Record<string, string>>;
  /** Of columns that hold several texts: the parts that are marks of ours, and no words. */
  marks?: readonly string[];
}

/**
 * Every column of the record that people type into: what may be redacted, and what each is called.
 * The triggers of the database hold the same list, and a test holds the two together. A table that
 * comes later joins with one entry here and `SELECT allow_redaction(…)` in its migration.
 */
export const REDACTABLE = {
  StatusUpdate: {
    says: 'Status update',
    key: { itemId: 'uuid', number: 'number' },
    columns: {
      headline: 'Headline',
      words: 'Words',
      recovery: 'What would bring it back',
      nextStep: 'Next step',
    },
  },
  ItemWording: {
    says: 'Title and details',
    key: { itemId: 'uuid', number: 'number' },
    columns: {
      shortTitle: 'Short title',
      text: 'Text',
      yourReference: 'Your reference',
      amount: 'Amount',
      amountPeriod: 'Period of the amount',
      editorNote: 'Editor’s note',
      alsoInvolved: 'Also involved',
      area: 'Area',
      fundingSource: 'Funding source',
      successMeasure: 'Success measure',
      baseline: 'Baseline',
      target: 'Target',
      reason: 'Reason',
    },
  },
  Statement: {
    says: 'Response or national position',
    key: { itemId: 'uuid', kind: 'word', number: 'number' },
    columns: { words: 'Words', url: 'Web address' },
  },
  Reading: {
    says: 'Reading',
    key: { id: 'uuid' },
    columns: { value: 'Reading', note: 'Note' },
  },
  ItemRestriction: {
    says: 'Restriction',
    key: { itemId: 'uuid', number: 'number' },
    columns: { reason: 'Reason' },
  },
  Evidence: {
    says: 'Evidence',
    key: { id: 'uuid' },
    columns: {
      title: 'Title',
      shows: 'What it shows',
      url: 'Web address',
      fileName: 'Name of the file',
      bytes: 'The file itself',
    },
  },
  EvidenceEvent: {
    says: 'Withdrawal or restriction of evidence',
    key: { evidenceId: 'uuid', number: 'number' },
    columns: { reason: 'Reason' },
  },
  Proposal: {
    says: 'Proposal',
    key: { itemId: 'uuid', number: 'number' },
    columns: {
      reason: 'Reason',
      passedTo: 'Passed to',
      headline: 'Headline',
      recovery: 'What would bring it back',
    },
  },
  ProposalWithdrawal: {
    says: 'Withdrawal of a proposal',
    key: { itemId: 'uuid', number: 'number' },
    columns: { reason: 'Reason' },
  },
  Decision: {
    says: 'Decision',
    key: { id: 'uuid' },
    columns: { words: 'Words', minuteReference: 'Minute reference' },
  },
  MeetingVersion: {
    says: 'Meeting',
    key: { meetingId: 'uuid', version: 'number' },
    columns: { venue: 'Venue', reason: 'Reason' },
  },
  GroupingVersion: {
    says: 'Grouping',
    key: { groupingId: 'uuid', version: 'number' },
    columns: { name: 'Name', reason: 'Reason' },
  },
  SourceVersion: {
    says: 'Source',
    key: { sourceId: 'uuid', version: 'number' },
    columns: { title: 'Title', publisher: 'Publisher', published: 'Published' },
  },
  Acknowledgement: {
    says: 'Acknowledgement of a challenge',
    key: { meetingId: 'uuid', itemId: 'uuid', rule: 'word', number: 'number' },
    columns: { reason: 'Reason' },
  },
  AttendanceVersion: {
    says: 'Attendance',
    key: { meetingId: 'uuid', number: 'number' },
    columns: { othersPresent: 'Others present' },
  },
  AttendanceEntry: {
    says: 'Attendance of a member',
    key: { meetingId: 'uuid', number: 'number', personId: 'uuid' },
    columns: { deputy: 'Deputy' },
  },
  DeclarationOfInterest: {
    says: 'Declaration of interest',
    key: { meetingId: 'uuid', number: 'number', id: 'uuid' },
    columns: { words: 'Words' },
  },
  MeetingAction: {
    says: 'Meeting action',
    key: { id: 'uuid' },
    columns: { what: 'What is to be done' },
  },
  MeetingActionEvent: {
    says: 'Change to a meeting action',
    key: { actionId: 'uuid', number: 'number' },
    columns: { words: 'Words' },
  },
  MinutesVersion: {
    says: 'Minutes',
    key: { meetingId: 'uuid', number: 'number' },
    columns: { title: 'Title', sections: 'Section' },
  },
  PaperVersion: {
    says: 'Draft of a paper',
    key: { meetingId: 'uuid', number: 'number' },
    columns: { frame: 'Draft', clearedBy: 'Cleared by', clearedRole: 'Role of who cleared it' },
    marks: ['key', 'section', 'purpose', 'reference', 'order'],
  },
  PaperIssue: {
    says: 'Issued paper',
    key: { id: 'uuid' },
    columns: { replacesReason: 'Why it replaces another' },
  },
  PaperWithdrawal: {
    says: 'Withdrawal of an issued paper',
    key: { issueId: 'uuid' },
    columns: { reason: 'Reason' },
  },
  Question: {
    says: 'Question',
    key: { itemId: 'uuid', number: 'number' },
    columns: { words: 'Words' },
  },
  QuestionEvent: {
    says: 'Answer to a question',
    key: { itemId: 'uuid', number: 'number' },
    columns: { words: 'Words' },
  },
  Import: {
    says: 'Import',
    key: { id: 'uuid' },
    columns: { fileName: 'Name of the file' },
  },
  ImportedNote: {
    says: 'Imported note',
    key: { id: 'uuid' },
    columns: { heading: 'Heading', text: 'Words' },
  },
  AuditEvent: {
    says: 'Change',
    key: { seq: 'number' },
    columns: { reason: 'Reason' },
  },
  Redaction: {
    says: 'Request for a redaction',
    key: { id: 'uuid' },
    columns: { reason: 'Reason' },
  },
  RedactionOutcome: {
    says: 'Answer to a request for a redaction',
    key: { redactionId: 'uuid' },
    columns: { reason: 'Reason' },
  },
} as const satisfies Record<string, Redactable>;

export type RedactableTable = keyof typeof REDACTABLE;

/** Columns that hold copies: redacted with what they were copied from, never asked for alone. */
export const COPIED_TO: Readonly<Record<string, readonly string[]>> = { AuditEvent: ['changes'] };

const keySchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** One row of the record, as a request for a redaction keeps it. */
const subjectSchema = z.object({
  table: z.enum(Object.keys(REDACTABLE) as RedactableTable[]),
  key: keySchema.readonly(),
});
export type RedactionSubject = z.infer<typeof subjectSchema>;

/** What a request is about. @throws Error for what is no row of the record */
export function readRedactionSubject(table: string, key: unknown): RedactionSubject {
  return readStored(subjectSchema, { table, key }, 'subject of a redaction');
}

const hashesSchema = z.record(z.string(), z.string());

/** SHA-256 of what was there, by the path of each text that was redacted. @throws Error for anything else */
export function readHashes({ hashes }: { hashes: unknown }): Record<string, string> {
  return readStored(hashesSchema, hashes ?? {}, 'hashes of a redaction');
}

export function redactableOf(table: RedactableTable): Redactable {
  return REDACTABLE[table];
}

/**
 * What a text is called. One of several in a column has a path: 'sections.2.words' is "Section 3:
 * words", 'frame.front.title' is "Draft: front title".
 */
export function labelOf(table: RedactableTable, path: string): string {
  const [column = '', ...parts] = path.split('.');
  const label = redactableOf(table).columns[column] ?? column;
  if (parts.length === 0) return label;
  const names = parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part));
  const [first = '', ...rest] = names;
  return first === parts[0]
    ? `${label}: ${names.join(' ')}`
    : `${label} ${first}: ${rest.join(' ')}`;
}

/** Whether a text of a column is words that somebody typed. @param path 'frame.paragraphs.2.key' */
export function isWords(table: RedactableTable, path: string): boolean {
  const marks = redactableOf(table).marks ?? [];
  return !path.split('.').some((part) => marks.includes(part));
}

const KEY_PATTERNS: Record<KeyKind, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  number: /^[1-9]\d{0,8}$/,
  word: /^[a-z_]{1,40}$/,
};

/** As it stands in an address: 'StatusUpdate~0198…~3'. */
export function subjectCode({ table, key }: RedactionSubject): string {
  return [table, ...Object.keys(REDACTABLE[table].key).map((name) => key[name])].join('~');
}

/** And back; null for what is none. */
export function parseSubject(code: string): RedactionSubject | null {
  const [table = '', ...parts] = code.split('~');
  if (!Object.hasOwn(REDACTABLE, table)) return null;
  const kinds = Object.entries(redactableOf(table as RedactableTable).key);
  if (kinds.length !== parts.length) return null;
  const key: Record<string, string | number> = {};
  for (const [index, [name, kind]] of kinds.entries()) {
    const part = parts[index] ?? '';
    if (!KEY_PATTERNS[kind].test(part)) return null;
    key[name] = kind === 'number' ? Number(part) : part;
  }
  return { table: table as RedactableTable, key };
}

/** Where somebody asks for the redaction of a row. */
export function redactPath(subject: RedactionSubject): string {
  return `/redactions/new?subject=${subjectCode(subject)}`;
}

/** What stands in place of redacted words: 'Redacted on 3 December 2026'. */
export function isTombstone(text: string | null): boolean {
  return text !== null && /^Redacted on \d{1,2} [A-Z][a-z]+ \d{4}$/.test(text);
}

interface Half {
  id: string;
  roles: readonly Role[];
  deactivated?: boolean;
}

/** Whether the roles of two people are those of an administrator and an officer. */
export function completesPair(some: readonly Role[], others: readonly Role[]): boolean {
  const halves = (a: readonly Role[], b: readonly Role[]) =>
    a.includes('administrator') && b.includes('officer');
  return halves(some, others) || halves(others, some);
}

/**
 * Why this pair cannot redact: it takes an administrator and an officer, two different people,
 * whichever of the two asks. Null when they can. The database asks the same again.
 */
export function refusePair(asker: Half, agrees: Half): string | null {
  if (asker.id === agrees.id) {
    return 'You asked for this: another person has to agree, also where you hold both roles';
  }
  if (asker.deactivated) {
    return 'Whoever asked for this can no longer sign in: decline it and ask again';
  }
  if (completesPair(asker.roles, agrees.roles)) return null;
  const missing = agrees.roles.includes('administrator')
    ? 'a public-health officer'
    : 'an administrator';
  return `It takes an administrator and a public-health officer: ${missing} has to agree`;
}

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set([value ?? []].flat().filter(Boolean))]);

export const requestRedactionSchema = submission.extend({
  subject: z.string().transform((code, context) => {
    const subject = parseSubject(code);
    if (subject) return subject;
    context.addIssue({ code: 'custom', message: 'Open the form again and resend it' });
    return z.NEVER;
  }),
  columns: oneOrMore.pipe(z.array(ownValue(100)).min(1, 'Choose what is to be redacted')),
  reason: requiredText('Say why it has to be redacted', 1000),
});
export type RequestRedaction = z.infer<typeof requestRedactionSchema>;

export const agreeRedactionSchema = submission.extend({
  understood: z.literal('yes', 'Tick the box to say that you understand'),
});
export type AgreeRedaction = z.infer<typeof agreeRedactionSchema>;

export const declineRedactionSchema = submission.extend({ reason: optionalText(1000) });
export type DeclineRedaction = z.infer<typeof declineRedactionSchema>;
