import { guessColumns } from '@/lib/domain/import-columns';
import type { GridSheet } from '@/lib/domain/import-grid';
import type {
  ImportFacts,
  ImportItem,
  ImportKind,
  ImportReading,
  ImportSetup,
} from '@/lib/domain/import-model';
import { readImport } from '@/lib/domain/import-reading';
import { findTable } from '@/lib/domain/import-table';
import type { PaperItem } from '@/lib/domain/paper-facts';
import type { Role } from '@/lib/domain/permissions';
import { makeGrid } from './grid';

const TODAY = '2026-11-23';

export const ORGANISATIONS = [
  { id: 'o-cgl', name: 'Change Grow Live', shortName: 'CGL' },
  { id: 'o-ph', name: 'Public Health', shortName: null },
];
/** One who cannot sign in, and one who can. */
export const PEOPLE: ImportFacts['people'] = [
  {
    id: 'p-anna',
    name: 'Anna Smith',
    position: 'Manager',
    organisationId: 'o-cgl',
    organisation: 'Change Grow Live',
    roles: [],
  },
  {
    id: 'p-zoe',
    name: 'Zoë Brown',
    position: 'Commissioner',
    organisationId: 'o-ph',
    organisation: 'Public Health',
    roles: ['commissioner'],
  },
];

export function makeItem(reference: string, more: Partial<ImportItem> = {}): ImportItem {
  return {
    id: `id-${reference}`,
    reference,
    kind: reference.startsWith('A')
      ? 'local_action'
      : reference.startsWith('C')
        ? 'commitment'
        : 'recommendation',
    rated: true,
    shortTitle: `Title of ${reference}`,
    text: `Text of ${reference}`,
    lifecycle: 'open',
    outcome: null,
    closedOn: null,
    rag: 'not_rated',
    evidence: 'none',
    schedule: null,
    owner: null,
    lead: null,
    ourRole: null,
    headline: null,
    words: null,
    recovery: null,
    nextStep: null,
    response: null,
    position: null,
    firstDueDate: null,
    dueDate: null,
    reviewDate: null,
    moves: 0,
    fundingSource: null,
    fundedUntil: null,
    answers: [],
    groupings: [],
    movement: null,
    extended: false,
    yourReference: null,
    ownerId: null,
    leadOrganisationId: null,
    answersIds: [],
    number: 1,
    wordingNumber: 1,
    lastRecordedAt: '2026-10-01T09:00:00.000Z',
    pending: null,
    hidden: { restricted: false, hiddenFrom: [] },
    notes: [],
    evidenceUrls: [],
    ...more,
  };
}

export function makeFacts(
  items: readonly ImportItem[],
  { roles = ['officer'], ...more }: Partial<ImportFacts> & { roles?: Role[] } = {},
): ImportFacts {
  return {
    actor: { kind: 'person', id: 'p-me', version: 1, name: 'Me', roles, organisationId: null },
    today: TODAY,
    items,
    base: null as readonly PaperItem[] | null,
    people: PEOPLE,
    organisations: ORGANISATIONS,
    source: null,
    meetings: [],
    ...more,
  };
}

/** Reads a sheet as it is guessed, with answers. */
export function readSheet(
  sheet: GridSheet,
  kind: ImportKind,
  facts: ImportFacts,
  answers: ImportSetup['answers'] = {},
): ImportReading {
  const table = findTable(sheet, kind);
  const columns = guessColumns(sheet, table, kind, new Map(), facts.today);
  const sourceId = facts.source?.id ?? null;
  return readImport(
    makeGrid(sheet),
    { kind, sourceId, table, columns, answers, reversed: [] },
    facts,
  );
}
