import { NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import type { PersonActor } from '@/lib/domain/permissions';
import {
  type AgreeRedaction,
  type DeclineRedaction,
  type RequestRedaction,
  subjectCode,
} from '@/lib/domain/redaction';
import type { Redaction } from '@/prisma/client/client';
import { lockAccess } from './administrators';
import { type Change, change } from './change';
import { type Context, demand } from './context';
import { lock } from './lock';
import { tellRedactors } from './redaction-notes';
import { demandNobodyElse, whyNot } from './redaction-pair';
import { readSubject, seesBelongings, subjectOf } from './redaction-subject';

/** Who asks or agrees, a person: nobody else can answer for a redaction. @throws NotAllowedError */
function redactor(context: Context): PersonActor {
  demand(context, 'redact');
  const { actor } = context;
  if (actor.kind !== 'person') throw new Error('A redaction is asked for by a person.');
  return actor;
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
      const asked = await by.tx.redaction.create({
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
      await by.record({ kind: 'redaction.asked', redactionId: asked.id });
      await tellRedactors(by, asked, 'asked');
      return asked.id;
    },
    (event) => event.redactionId ?? '',
  );
}

/** A request that waits for an answer, and nobody else can answer meanwhile. */
async function lockPending(by: Change, id: string): Promise<Redaction> {
  if (!isId(id)) throw new NotFoundError('That redaction');
  await lock(by.tx, `redaction ${id}`);
  const asked = await by.tx.redaction.findUnique({ where: { id }, include: { outcome: true } });
  if (!asked || !(await seesBelongings({ db: by.tx, actor: by.actor }, asked))) {
    throw new NotFoundError('That redaction');
  }
  demand(by, 'redact');
  const { outcome, ...request } = asked;
  if (outcome) throw new RuleError({ '': `It has been ${outcome.kind} already` });
  return request;
}

/**
 * Carries a redaction out: the database function `redact` writes tombstones, hashes and the audit
 * event in one.
 * @param me null for the operator
 */
async function carryOut(
  by: Change,
  asked: Redaction,
  me: { id: string; version: number } | null,
): Promise<void> {
  const { fields } = await readSubject({ db: by.tx, actor: by.actor }, subjectOf(asked));
  const there = new Set(fields.map(({ column }) => column));
  if (asked.columns.some((column) => !there.has(column))) {
    throw new RuleError({
      '': 'Some of it has been redacted since: decline this, and ask for what is left',
    });
  }
  await by.tx.$executeRaw`
    SELECT redact(${asked.id}::uuid, ${me?.id ?? null}::uuid, ${me?.version ?? null}::int,
      ${by.now}::timestamptz, ${by.submissionId}::uuid)`;
  await tellRedactors(by, asked, 'answered');
}

/**
 * Agrees to a redaction that another person asked for, and carries it out.
 * @throws NotAllowedError, NotFoundError, RuleError
 */
export function agreeRedaction(context: Context, id: string, form: AgreeRedaction): Promise<void> {
  return change(
    context,
    { action: 'agreeRedaction', subject: id, form },
    async (by) => {
      // Nobody is re-roled or reset meanwhile: it comes wholly before or wholly after.
      const present = await lockAccess(by.tx, context);
      const asked = await lockPending({ ...by, actor: present.actor }, id);
      const me = redactor(present);
      const refused = await whyNot({ ...by, db: by.tx }, asked, me);
      if (refused) throw new RuleError({ '': refused });
      await carryOut(by, asked, me);
    },
    () => undefined,
  );
}

/**
 * The operator's word as the second, where nobody else could give it. Recorded without a person,
 * and told to everybody who is told of redactions.
 * @throws NotAllowedError for anybody but the system, NotFoundError, RuleError
 */
export function agreeRedactionAsOperator(context: Context, id: string): Promise<void> {
  if (context.actor.kind !== 'system') throw new NotAllowedError();
  return change(
    context,
    null,
    async (by) => {
      await lockAccess(by.tx, context);
      const asked = await lockPending(by, id);
      await demandNobodyElse({ ...by, db: by.tx }, asked);
      await by.tx.$executeRaw`SELECT set_config('board.operator', ${asked.id}, TRUE)`;
      await carryOut(by, asked, null);
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
      const asked = await lockPending(by, id);
      const me = redactor(by);
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
      await tellRedactors(by, asked, 'answered');
    },
    () => undefined,
  );
}
