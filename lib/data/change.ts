import { randomUUID } from 'node:crypto';
import type { FieldChange } from '@/lib/domain/field-change';
import type { AuditEvent, Prisma } from '@/prisma/client/client';
import { author, type Context, demandProof } from './context';
import type { Transaction } from './database';
import { type Writing, writingAtOnce } from './rows';
import { beginSubmission, isSpent, keepSubmission, type Said } from './submissions';

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
  /** Of the audit event: the form's own, or another where that was spent. */
  submissionId: string;
  /** Writes the audit event, in the transaction of the change it tells of. */
  record(event: Recorded): Promise<void>;
}

/** What appending takes of a change: it reads nothing. */
export type Recording = Omit<Change, 'tx' | 'submissionId'>;

/** What a repeat learns of the first one's event. */
export type First = Pick<
  AuditEvent,
  | 'kind'
  | 'subjectNumber'
  | 'itemId'
  | 'evidenceId'
  | 'personId'
  | 'organisationId'
  | 'meetingId'
  | 'sourceId'
  | 'groupingId'
  | 'meetingActionId'
  | 'redactionId'
  | 'importId'
> & { submissionId: string };

/**
 * Runs one write in one transaction. The same said twice by the same person (a double click, a
 * resent form) runs once, and gives what `again` makes of the first one's audit event. Anything
 * else under the same submission id is a write of its own.
 * @param said null for an operator's command, which is never a repeat
 * @param again the result of a repeated submission
 * @throws ProofNeededError for a write that asks for one, SpentFormError for a form whose id was used so long ago that nobody knows for what
 */
export async function change<T>(
  context: Context,
  said: Said | null,
  run: (change: Change) => Promise<T>,
  again: (first: First, tx: Transaction) => T | Promise<T>,
): Promise<T> {
  if (context.asAt) throw new Error('The past cannot be written to.');
  if (said) demandProof(context, said.action);
  const [result, wrote] = await context.db.$transaction(
    async (tx): Promise<[T, string | null]> => {
      const begun = said
        ? await beginSubmission(context, tx, said)
        : { submissionId: randomUUID() };
      if ('repeatOf' in begun) {
        const { repeatOf: submissionId } = begun;
        const first = await tx.auditEvent.findUniqueOrThrow({ where: { submissionId } });
        return [await again({ ...first, submissionId }, tx), submissionId];
      }
      const { submissionId } = begun;
      let pending = said && submissionId;
      const writing = writingAtOnce(tx);
      const record = async (event: Recorded) => {
        await writing.append('auditEvent', { ...eventRow(context, event), submissionId: pending });
        // One event carries the submission; a change may record several.
        pending = null;
      };
      const done = await run({ ...context, tx, submissionId, ...writing, record });
      // Where nothing was changed, nothing is written. Functions of the database write their own.
      const silent = pending !== null && !(await isSpent(tx, submissionId));
      if (!said || silent) return [done, null];
      await keepSubmission(context, tx, said, submissionId);
      return [done, submissionId];
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
  if (wrote) context.wrote?.(wrote);
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
