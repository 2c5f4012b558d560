import type { Item, Prisma } from '@/prisma/client/client';
import type { Transaction } from './database';

/** What a change appends, whether a form makes it or a row of an import. */
export interface Rows {
  item: Prisma.ItemCreateManyInput;
  itemWording: Prisma.ItemWordingCreateManyInput;
  statusUpdate: Prisma.StatusUpdateCreateManyInput;
  link: Prisma.LinkCreateManyInput;
  proposal: Prisma.ProposalCreateManyInput;
  evidence: Prisma.EvidenceCreateManyInput;
  importRow: Prisma.ImportRowCreateManyInput;
  importedNote: Prisma.ImportedNoteCreateManyInput;
  auditEvent: Prisma.AuditEventCreateManyInput;
}
type Table = keyof Rows;

const INSERT: {
  [T in Table]: (tx: Transaction, data: Array<Rows[T]>) => Promise<unknown>;
} = {
  item: (tx, data) => tx.item.createMany({ data }),
  itemWording: (tx, data) => tx.itemWording.createMany({ data }),
  statusUpdate: (tx, data) => tx.statusUpdate.createMany({ data }),
  link: (tx, data) => tx.link.createMany({ data }),
  proposal: (tx, data) => tx.proposal.createMany({ data }),
  evidence: (tx, data) => tx.evidence.createMany({ data }),
  importRow: (tx, data) => tx.importRow.createMany({ data }),
  importedNote: (tx, data) => tx.importedNote.createMany({ data }),
  auditEvent: (tx, data) => tx.auditEvent.createMany({ data }),
};

/** The tables in an order in which each row finds what it refers to. */
export const TABLES = Object.keys(INSERT) as Table[];

/** The columns in which an item keeps what its latest rows say. */
export const PROJECTED = [
  'number',
  'rag',
  'headline',
  'ownerId',
  'leadOrganisationId',
  'ourRole',
  'firstDueDate',
  'dueDate',
  'reviewDate',
  'lifecycle',
  'outcome',
  'closedOn',
  'wordingNumber',
  'shortTitle',
  'text',
  'yourReference',
  'lastUpdateAt',
  'lastRecordedAt',
] as const;
export type Projection = Partial<Pick<Item, (typeof PROJECTED)[number]>>;

/** How the rows of a change get into the database. */
export interface Writing {
  append<T extends Table>(table: T, ...rows: Array<Rows[T]>): Promise<void>;
  /** Keeps on an item what its latest rows say; the item that was given says it too, from then on. */
  project(item: Item, patch: Projection): Promise<void>;
}

/** Each row as it comes. */
export function writingAtOnce(tx: Transaction): Writing {
  return {
    async append(table, ...rows) {
      await INSERT[table](tx, rows);
    },
    async project(item, patch) {
      await tx.item.update({ where: { id: item.id }, data: patch });
      Object.assign(item, patch);
    },
  };
}
