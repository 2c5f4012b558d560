import type { PlainDate } from './dates';
import type { ItemKind, Lifecycle } from './item';
import type { PaperItem } from './paper-facts';
import type { Actor, Restricted, Role } from './permissions';
import type { ProposalKind } from './proposal';
import type { RagStatus } from './rag';

/** What a file is taken for. */
export const IMPORT_KINDS = ['local_actions', 'status_updates', 'recommendations'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column of a file can be, beside a note, a part of the past, or nothing. */
export const IMPORT_FIELDS = [
  'reference',
  /** The file's own numbering. */
  'yourReference',
  'shortTitle',
  'text',
  'answers',
  'owner',
  'lead',
  'due',
  'review',
  'firstDue',
  'rag',
  /** Open, complete, no longer pursued … where it is not said with the RAG status. */
  'standing',
  'headline',
  'words',
  'recovery',
  'nextStep',
  /** An address of evidence. */
  'evidence',
  /** The instant a file of ours was exported at. */
  'asAt',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a person, or the guess, makes of a column. */
export type ColumnUse =
  | { as: 'field'; field: ImportField }
  /** Kept with the item, under the column's heading. */
  | { as: 'note' }
  /** What was reported then: kept with the item, marked, without effect on how it stands. */
  | { as: 'history'; on: PlainDate }
  /** Worked out by the register itself (schedule, movement), or left out by the person. */
  | { as: 'ignore' };

/** Where the table of a sheet is. Rows of the sheet, from 0, inclusive. */
export interface TableRange {
  sheet: string;
  headerTop: number;
  headerBottom: number;
  last: number;
}

/** What has been settled for a file so far; the guesses fill the rest. */
export interface ImportSetup {
  kind: ImportKind;
  /** The source whose recommendations these are; null for the other kinds. */
  sourceId: string | null;
  table: TableRange;
  /** By column of the sheet, from 0. */
  columns: readonly ColumnUse[];
  /** By the key of a question. */
  answers: Readonly<Record<string, string>>;
  /** Rows of the sheet, from 0, of which a person wants the other of what is proposed: see isChosen. */
  reversed: readonly number[];
}

/** Something the file says that a person must settle once, for all rows that say it. */
export interface ImportQuestion {
  /** Stable for the same file and words: 'owner j smith (cgl)'. */
  key: string;
  about: 'owner' | 'lead' | 'rag' | 'fill' | 'date' | 'recovery' | 'proposal' | 'reference' | 'row';
  /** As a person is asked: 'Who is “J Smith (CGL) / Public Health”?' */
  asks: string;
  /** What the file says: the words, or the '#rrggbb' of a colour. */
  said: string;
  /** Rows of the sheet that say it, from 0. */
  rows: readonly number[];
  options: ReadonlyArray<{ value: string; label: string }>;
  /** Free text may be entered instead of an option. */
  open: boolean;
  /** Understood without asking, and shown as such; null where it must be answered. */
  understood: string | null;
}

/** One field of a row, as the preview shows it: from what the register holds to what the file says. */
export interface ImportChange {
  field: string;
  label: string;
  from: string | null;
  to: string | null;
  /** How it was understood where the file says it otherwise: '“Q3 26/27” is read as its last day'. */
  understood: string | null;
}

export const ROW_STATES = ['new', 'changed', 'unchanged', 'stale', 'wrong'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a file says beside the fields of the register. */
export interface RowNote {
  heading: string;
  text: string;
  /** The day it was reported on. */
  on: PlainDate | null;
  rag: RagStatus | null;
}

/** What a row asks of the register. Only what is named is done; ids are those of the register. */
export interface RowWrite {
  /** The reference of a known item; null for a new one. */
  reference: string | null;
  /** Of a new recommendation, the number that the file gives it; otherwise it gets the next. */
  number?: number;
  /** Short title, text: of a new item, or those that change. */
  wording: { shortTitle?: string; text?: string; yourReference?: string; alsoInvolved?: string };
  ownerId?: string;
  leadOrganisationId?: string;
  /** A first date, one brought forward, or ongoing with a review date. */
  dates?: { due: PlainDate | null; review: PlainDate | null; firstDue: PlainDate | null };
  update?: {
    rag: Exclude<RagStatus, 'blue' | 'not_rated'>;
    headline: string;
    words: string;
    recovery: string | null;
    nextStep: string | null;
  };
  /** Ids of recommendations it answers, all of them. */
  linkIds?: readonly string[];
  proposal?:
    | { kind: 'extension'; due: PlainDate | null; review: PlainDate | null; reason: string }
    | { kind: 'closure'; finishedOn: PlainDate | null; reason: string };
  evidence?: { url: string; title: string };
  notes: readonly RowNote[];
}

/** A row of the file as the preview shows it. */
export interface PreviewRow {
  /** Row of the sheet, from 0; shown as `row + 1`. */
  row: number;
  state: RowState;
  /** 'A12'; null for a new item. */
  reference: string | null;
  title: string;
  changes: readonly ImportChange[];
  /** What is wrong, and in which cell: 'D12'. */
  problems: ReadonlyArray<{ cell: string | null; message: string }>;
  /** What the reader should know and need not mend: a difference that is not taken over. */
  remarks: readonly string[];
  /** Null where there is nothing to do, or something is wrong. */
  write: RowWrite | null;
}

/** An item as an import compares it: what is exported of it, and what a write needs to know. */
export interface ImportItem extends PaperItem {
  id: string;
  lifecycle: Lifecycle;
  yourReference: string | null;
  ownerId: string | null;
  leadOrganisationId: string | null;
  /** Ids of what it answers. */
  answersIds: readonly string[];
  /** Its numbers at this moment: what a form on it would be based on. */
  number: number;
  wordingNumber: number;
  /** Instant of its latest row, ISO. */
  lastRecordedAt: string;
  pending: ProposalKind | null;
  /** From whom it is hidden, where it is restricted. */
  hidden: Restricted;
  /** What earlier imports have kept with it: the same is not kept twice. */
  notes: readonly RowNote[];
  /** Addresses of its evidence: the same is not added twice. */
  evidenceUrls: readonly string[];
}

export interface ImportPerson {
  id: string;
  name: string;
  position: string;
  organisationId: string | null;
  organisation: string | null;
  /** As what they sign in; none where they do not. */
  roles: readonly Role[];
}

/** The register as an import sees it: all that the person who imports may see. */
export interface ImportFacts {
  actor: Actor;
  today: PlainDate;
  /** Every item the file may name, of all kinds. */
  items: readonly ImportItem[];
  /** The same as they stood when the file was exported; null where it does not say, or too early. */
  base: readonly PaperItem[] | null;
  people: readonly ImportPerson[];
  organisations: ReadonlyArray<{ id: string; name: string; shortName: string | null }>;
  /** The source of the recommendations, with its prefix; null for the other kinds. */
  source: { id: string; prefix: string } | null;
  /** Days of meetings, for a date that is said by one. */
  meetings: readonly PlainDate[];
}

/** What a file comes to: pure, the same for the same file, setup and facts. */
export interface ImportReading {
  questions: readonly ImportQuestion[];
  rows: readonly PreviewRow[];
  counts: Readonly<Record<RowState, number>>;
}

/** Which kinds of items a kind of import may name. */
export const IMPORT_NAMES: Record<ImportKind, readonly ItemKind[]> = {
  local_actions: ['local_action'],
  status_updates: ['recommendation', 'commitment', 'local_action'],
  recommendations: ['recommendation'],
};
