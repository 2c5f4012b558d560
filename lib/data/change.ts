import { createHash } from 'node:crypto';
import type { Prisma } from '@/prisma/client/client';
import { author, type Context } from './context';
import type { Transaction } from './database';
import { type Writing, writingAtOnce } from './rows';

/** One field of an audit event. Long words are not copied here: see AuditEvent in the schema. */
export interface FieldChange {
  field: string;
  from: string | number | boolean | null | string[];
  to: string | number | boolean | null | string[];
}

export interface Recorded {
  kind: string;
  changes?: FieldChange[];
  reason?: string | null;
  itemId?: string;
  evidenceId?: string;
  personId?: string;
  organisationId?: string;
  meetingId?: string;
  decisionId?: string;
  sourceId?: string;
  groupingId?: string;
  meetingActionId?: string;
  redactionId?: string;
  subjectNumber?: number;
  importId?: string;
  importRow?: number;
  recordedAt?: Date;
}

export interface Change extends Context, Writing {
  tx: Transaction;
  /** Writes the audit event, in the transaction of the change it tells of. */
  record(event: Recorded): Promise<void>;
}

/** What appending takes of a change: it reads nothing. */
export type Recording = Omit<Change, 'tx'>;

/**
 * Runs one write in one transaction. The same submission id a second time (a double click, a
 * resent form) runs nothing and gives what `again` makes of the first one's audit event.
 * @param again the result of a repeated submission
 */
export async function change<T>(
  context: Context,
  submissionId: string | null,
  run: (change: Change) => Promise<T>,
  again: (
    event: {
      kind: string;
      subjectNumber: number | null;
      itemId: string | null;
      evidenceId: string | null;
      personId: string | null;
      organisationId: string | null;
      meetingId: string | null;
      sourceId: string | null;
      groupingId: string | null;
      meetingActionId: string | null;
      redactionId: string | null;
      importId: string | null;
    },
    tx: Transaction,
  ) => T | Promise<T>,
): Promise<T> {
  if (context.asAt) throw new Error('The past cannot be written to.');
  let left = false;
  const result = await context.db.$transaction(
    async (tx) => {
      if (submissionId) {
        await lock(tx, `submission ${submissionId}`);
        const first = await tx.auditEvent.findUnique({ where: { submissionId } });
        if (first) {
          left = true;
          return again(first, tx);
        }
      }
      let pending = submissionId;
      const writing = writingAtOnce(tx);
      const record = async (event: Recorded) => {
        await writing.append('auditEvent', { ...eventRow(context, event), submissionId: pending });
        // One event carries the submission; a change may record several.
        pending = null;
      };
      const written = await run({ ...context, tx, ...writing, record });
      // Asked of the database, since some of its functions write their events themselves.
      left = submissionId !== null && (await tx.auditEvent.count({ where: { submissionId } })) > 0;
      return written;
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
  if (submissionId && left) context.wrote?.(submissionId);
  return result;
}

/** The row of an audit event. */
export function eventRow(context: Context, event: Recorded): Prisma.AuditEventCreateManyInput {
  return {
    recordedAt: context.now,
    ...event,
    ...author(context),
    changes: (event.changes ?? []) as unknown as Prisma.InputJsonValue,
  };
}

/** Holds everybody else who asks for the same name until this transaction ends. */
export async function lock(tx: Transaction, name: string): Promise<void> {
  const key = createHash('sha256').update(name).digest().readBigInt64BE(0);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${key})::text`;
}
