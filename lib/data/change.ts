import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FieldChange } from '@/lib/domain/field-change';
import { TroubleError, troubleOf } from '@/lib/domain/trouble';
import type { AuditEvent, Prisma } from '@/prisma/client/client';
import { outOfTime } from './connections';
import { author, type Context, demandProof } from './context';
import type { Transaction } from './database';
import { type Writing, writingAtOnce } from './rows';
import { beginSubmission, isSpent, keepSubmission, type Said } from './submissions';

/** A change has its time, and waits for a connection as long as one is to be had. */
const PACE = { timeout: 60_000, maxWait: 30_000 };
/** How long it is looked whether a change was saved, and how often: milliseconds. */
const LOOKING = 10_000;
const LOOK_AGAIN = 500;

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
 * @throws ProofNeededError for a write that asks for one
 * @throws SpentFormError for a form whose id was used so long ago that nobody knows for what
 * @throws TroubleError where the database was in the way: 'record_lost' where nobody can know
 *   whether it was saved
 */
export async function change<T>(
  context: Context,
  said: Said | null,
  run: (change: Change) => Promise<T>,
  again: (first: First, tx: Transaction) => T | Promise<T>,
): Promise<T> {
  if (context.asAt) throw new Error('The past cannot be written to.');
  if (said) demandProof(context, said.action);
  const [result, wrote] = await writeOnce(context, said, run, again).catch((error) => {
    if (said && troubleOf(error) === 'record_lost') return findSaved(context, said, again, error);
    throw outOfTime(error);
  });
  if (wrote) context.wrote?.(wrote);
  return result;
}

/** What came of a write, and the submission of its audit event, if it has one. */
type Outcome<T> = [T, string | null];

function writeOnce<T>(
  asked: Context,
  said: Said | null,
  run: (change: Change) => Promise<T>,
  again: (first: First, tx: Transaction) => T | Promise<T>,
): Promise<Outcome<T>> {
  return asked.db.$transaction(async (tx): Promise<Outcome<T>> => {
    const begun = said
      ? await beginSubmission(asked, tx, said)
      : { submissionId: randomUUID(), at: asked.now };
    if ('repeatOf' in begun) return repeated(begun.repeatOf, tx, again);
    const { submissionId, at } = begun;
    const context = asked.ticking ? { ...asked, now: at } : asked;
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
  }, PACE);
}

async function repeated<T>(
  submissionId: string,
  tx: Transaction,
  again: (first: First, tx: Transaction) => T | Promise<T>,
): Promise<Outcome<T>> {
  const first = await tx.auditEvent.findUniqueOrThrow({ where: { submissionId } });
  return [await again({ ...first, submissionId }, tx), submissionId];
}

/**
 * The answer to a commit never came: looks whether it was saved, as soon as the database answers
 * and the transaction that was lost is over.
 * @throws TroubleError 'record_away' where it was not saved, and `lost` where nobody could say
 */
async function findSaved<T>(
  context: Context,
  said: Said,
  again: (first: First, tx: Transaction) => T | Promise<T>,
  lost: unknown,
): Promise<Outcome<T>> {
  const givenUpAt = performance.now() + LOOKING;
  for (;;) {
    const saved = await context.db
      .$transaction(async (tx) => {
        const begun = await beginSubmission(context, tx, said);
        return 'repeatOf' in begun ? repeated(begun.repeatOf, tx, again) : 'not saved';
      }, PACE)
      .catch((error) => {
        if (troubleOf(error) !== 'record_away' || performance.now() > givenUpAt) throw lost;
        return null;
      });
    if (saved === 'not saved') {
      throw new TroubleError('record_away', 'The connection broke before it was saved', {
        cause: lost,
      });
    }
    if (saved) return saved;
    await sleep(LOOK_AGAIN);
  }
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
