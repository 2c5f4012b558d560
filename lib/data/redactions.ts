import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import {
  type AgreeRedaction,
  type DeclineRedaction,
  type RedactionSubject,
  type RequestRedaction,
  readRedactionSubject,
  refusePair,
  subjectCode,
} from '@/lib/domain/redaction';
import type { Redaction } from '@/prisma/client/client';
import { type Change, change } from './change';
import { type Context, demand } from './context';
import { lock } from './lock';
import { readSubject, seesBelongings } from './redaction-subject';

/** Who asks or agrees, a person: nobody else can answer for a redaction. @throws NotAllowedError */
function redactor(context: Context): { id: string; version: number } {
  demand(context, 'redact');
  const { actor } = context;
  if (actor.kind !== 'person') throw new Error('A redaction is asked for by a person.');
  return actor;
}

/** What a request is about. */
export function subjectOf({ subject, key }: Pick<Redaction, 'subject' | 'key'>): RedactionSubject {
  return readRedactionSubject(subject, key);
}

/**
 * Asks that words or bytes be replaced by a tombstone. Nothing changes until somebody else agrees.
 * @returns the id of the request
 * @throws NotAllowedError, NotFoundError, RuleError
 */
export function requestRedaction(context: Context, form: RequestRedaction): Promise<string> {
  return change(
    context,
    { action: 'requestRedaction', form },
    async (by) => {
      const { table, key } = form.subject;
      await lock(by.tx, `redaction of ${subjectCode(form.subject)}`);
      const { fields, itemId, evidenceId, meetingId } = await readSubject(
        { db: by.tx, actor: by.actor },
        form.subject,
      );
      const { id: authorId, version: authorVersion } = redactor(context);
      const there = new Set(fields.map(({ column }) => column));
      if (form.columns.some((column) => !there.has(column))) {
        throw new RuleError({ columns: 'Choose from what is there to be redacted' });
      }
      const pending = await by.tx.redaction.findFirst({
        where: { subject: table, key: { equals: { ...key } }, outcome: null },
      });
      if (pending) throw new RuleError({ '': 'Its redaction has been asked for already' });
      const { id } = await by.tx.redaction.create({
        data: {
          recordedAt: by.now,
          authorId,
          authorVersion,
          subject: table,
          key: { ...key },
          columns: form.columns,
          reason: form.reason,
          itemId,
          evidenceId,
          meetingId,
        },
      });
      // Not noted on the item: its history would point everybody to what is about to go.
      await by.record({ kind: 'redaction.asked', redactionId: id });
      return id;
    },
    (event) => event.redactionId ?? '',
  );
}

/** A request that waits for an answer, and nobody else can answer meanwhile. */
async function lockPending(by: Change, id: string) {
  if (!isId(id)) throw new NotFoundError('That redaction');
  await lock(by.tx, `redaction ${id}`);
  const asked = await by.tx.redaction.findUnique({ where: { id }, include: { outcome: true } });
  if (!asked || !(await seesBelongings({ db: by.tx, actor: by.actor }, asked))) {
    throw new NotFoundError('That redaction');
  }
  const me = redactor(by);
  const { outcome, ...request } = asked;
  if (outcome) throw new RuleError({ '': `It has been ${outcome.kind} already` });
  return { asked: request, me };
}

/**
 * Agrees to a redaction that another person asked for, and carries it out: the database function
 * `redact` writes tombstones, hashes and the audit event in one.
 * @throws NotAllowedError, NotFoundError, RuleError
 */
export function agreeRedaction(context: Context, id: string, form: AgreeRedaction): Promise<void> {
  return change(
    context,
    { action: 'agreeRedaction', subject: id, form },
    async (by) => {
      const { asked, me } = await lockPending(by, id);
      const asker = await by.tx.person.findUniqueOrThrow({ where: { id: asked.authorId } });
      const roles = by.actor.kind === 'person' ? by.actor.roles : [];
      const refused = refusePair(
        { id: asker.id, roles: asker.roles, deactivated: asker.deactivatedAt !== null },
        { id: me.id, roles },
      );
      if (refused) throw new RuleError({ '': refused });
      const { fields } = await readSubject({ db: by.tx, actor: by.actor }, subjectOf(asked));
      const there = new Set(fields.map(({ column }) => column));
      if (asked.columns.some((column) => !there.has(column))) {
        throw new RuleError({
          '': 'Some of it has been redacted since: decline this, and ask for what is left',
        });
      }
      await by.tx.$executeRaw`
        SELECT redact(${id}::uuid, ${me.id}::uuid, ${me.version}::int, ${by.now}::timestamptz,
          ${by.submissionId}::uuid)`;
    },
    () => undefined,
  );
}

/**
 * Declines a request; whoever asked withdraws it by that. Nothing is redacted.
 * @throws NotAllowedError, NotFoundError, RuleError
 */
export function declineRedaction(
  context: Context,
  id: string,
  form: DeclineRedaction,
): Promise<void> {
  return change(
    context,
    { action: 'declineRedaction', subject: id, form },
    async (by) => {
      const { asked, me } = await lockPending(by, id);
      const kind = asked.authorId === me.id ? 'withdrawn' : 'declined';
      if (kind === 'declined' && !form.reason) throw new RuleError({ reason: 'Say why not' });
      await by.tx.redactionOutcome.create({
        data: {
          redactionId: id,
          kind,
          recordedAt: by.now,
          authorId: me.id,
          authorVersion: me.version,
          reason: form.reason,
        },
      });
      await by.record({ kind: `redaction.${kind}`, redactionId: id });
    },
    () => undefined,
  );
}
