import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { SpentFormError } from '@/lib/domain/errors';
import { SECRET_FIELDS } from '@/lib/domain/field-names';
import type { Context } from './context';
import type { Transaction } from './database';
import { lock } from './lock';

/** What somebody says with one form. */
export interface Said {
  /** The write that is asked for: its function's name. */
  action: string;
  /** What it is done to: a reference, an address or an id; none for what is of the whole board. */
  subject?: string;
  /** What was filled in. A file stands in it as its SHA-256. */
  form: { submissionId: string };
}

/** How long what was said is known again. */
const KNOWN_DAYS = 30;

// Without a secret of the installation's a repeat is known for as long as the process runs.
const OWN_SECRET = randomBytes(32).toString('hex');

/** The same text for the same value, in whatever order its fields stand. */
function canonical(value: unknown): unknown {
  if (value instanceof Blob) throw new Error('A file is said by its SHA-256.');
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([name, held]) => held !== undefined && !SECRET_FIELDS.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => [name, canonical(held)]);
}

/**
 * Who said what of which thing with which form, as 32 bytes. Keyed, so that whoever has the
 * database alone cannot find out by trying whether it was a certain name.
 */
function digestOf({ actor, secret }: Context, { action, subject, form }: Said) {
  const key = Buffer.from(hkdfSync('sha256', secret ?? OWN_SECRET, '', 'what was said', 32));
  const by = actor.kind === 'person' ? actor.id : actor.kind;
  const text = JSON.stringify([by, action, subject ?? null, canonical(form)]);
  return new Uint8Array(createHmac('sha256', key).update(text).digest());
}

/** The audit event's submission under which the same person has said the same before, if they have. */
export async function findRepeat(
  context: Context,
  tx: Pick<Transaction, 'submission'>,
  said: Said,
): Promise<string | null> {
  const digest = digestOf(context, said);
  const before = await tx.submission.findUnique({ where: { digest } });
  return before?.eventId ?? null;
}

/**
 * Holds a form's id until the transaction ends, and says whether this is a repeat. Anything but the
 * very same is a form of its own, and gets an id of its own where the form's is spent. `at` is what
 * time it is by the database, once nobody else holds the id.
 * @throws SpentFormError where it cannot be told any more
 */
export async function beginSubmission(
  context: Context,
  tx: Transaction,
  said: Said,
): Promise<({ repeatOf: string } | { submissionId: string }) & { at: Date }> {
  const { submissionId } = said.form;
  const at = await lock(tx, `submission ${submissionId}`);
  const repeatOf = await findRepeat(context, tx, said);
  if (repeatOf) return { repeatOf, at };
  if (!(await isSpent(tx, submissionId))) return { submissionId, at };
  const known = await tx.submission.findFirst({ where: { submissionId } });
  if (!known) throw new SpentFormError();
  return { submissionId: randomUUID(), at };
}

/** Whether an audit event has it. */
export async function isSpent(tx: Transaction, submissionId: string): Promise<boolean> {
  const event = await tx.auditEvent.findUnique({ where: { submissionId }, select: { seq: true } });
  return event !== null;
}

/** Keeps what was said, in the transaction of what came of it. @param eventId its answer's id */
export async function keepSubmission(
  context: Context,
  tx: Transaction,
  said: Said,
  eventId: string,
): Promise<void> {
  await tx.submission.create({
    data: {
      digest: digestOf(context, said),
      submissionId: said.form.submissionId,
      eventId,
      recordedAt: context.now,
    },
  });
}

/** Forgets what was said more than 30 days ago. @returns how many there were */
export async function deleteOldSubmissions({
  db,
  now,
}: {
  db: Pick<Transaction, 'submission'>;
  now: Date;
}): Promise<number> {
  const before = new Date(now.getTime() - KNOWN_DAYS * 86_400_000);
  const { count } = await db.submission.deleteMany({ where: { recordedAt: { lt: before } } });
  return count;
}
