import { createHash } from 'node:crypto';
import type { Prisma } from '@/prisma/client/client';
import { author, type Context } from './context';
import type { Transaction } from './database';

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
  recordedAt?: Date;
}

export interface Change extends Context {
  tx: Transaction;
  /** Writes the audit event, in the transaction of the change it tells of. */
  record(event: Recorded): Promise<void>;
}

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
    },
    tx: Transaction,
  ) => T | Promise<T>,
): Promise<T> {
  if (context.asAt) throw new Error('The past cannot be written to.');
  return context.db.$transaction(
    async (tx) => {
      if (submissionId) {
        await lock(tx, `submission ${submissionId}`);
        const first = await tx.auditEvent.findUnique({ where: { submissionId } });
        if (first) return again(first, tx);
      }
      let pending = submissionId;
      const record = async (event: Recorded) => {
        await tx.auditEvent.create({
          data: {
            recordedAt: context.now,
            ...event,
            ...author(context),
            changes: (event.changes ?? []) as unknown as Prisma.InputJsonValue,
            submissionId: pending,
          },
        });
        // One event carries the submission; a change may record several.
        pending = null;
      };
      return run({ ...context, tx, record });
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
}

/** Holds everybody else who asks for the same name until this transaction ends. */
export async function lock(tx: Transaction, name: string): Promise<void> {
  const key = createHash('sha256').update(name).digest().readBigInt64BE(0);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${key})::text`;
}
