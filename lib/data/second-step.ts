import { RuleError } from '@/lib/domain/errors';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Sealer } from '@/lib/domain/sealer';
import {
  type Enrolment,
  enrolment,
  newRecoveryCodes,
  newSecret,
  readCode,
  stepOfCode,
} from '@/lib/domain/second-step';
import type { Caller } from '@/lib/domain/security-event';
import { tokenHash } from './access-links';
import { getBoard } from './board';
import type { Context } from './context';
import type { Database } from './database';
import { countAttempt, forgiveAttempt } from './rate-limits';
import { noteSecurityEvent } from './security-events';

/** Where, when, from where, and what opens the secrets. */
export interface SecondStepContext {
  db: Database;
  now: Date;
  caller: Caller;
  sealer: Sealer;
}

const WRONG = 'Enter the code that the app shows now. Each code works once, and for about a minute';

export async function hasSecondStep(
  { db }: { db: Pick<Database, 'secondFactor'> },
  personId: string,
): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { personId } });
  return factor?.confirmedAt != null;
}

/** What to set an authenticator app up with. Asked again it is the same, until it was confirmed. */
export async function beginSecondStep(
  { db, now, sealer }: SecondStepContext,
  personId: string,
): Promise<Enrolment> {
  const [person, board] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: personId } }),
    getBoard({ db }),
  ]);
  const held = await db.secondFactor.findUnique({ where: { personId } });
  if (held?.confirmedAt) throw new RuleError({ '': 'A second step is set up already' });
  let secret = held && sealer.open(held.secret);
  if (!secret) {
    const fresh = { secret: sealer.seal(newSecret()), createdAt: now };
    // Two pages that open at once get the same one.
    if (held) await db.secondFactor.update({ where: { personId }, data: fresh });
    else await db.secondFactor.createMany({ data: { personId, ...fresh }, skipDuplicates: true });
    const kept = await db.secondFactor.findUniqueOrThrow({ where: { personId } });
    secret = sealer.open(kept.secret);
  }
  if (!secret) throw new Error('A secret that was just sealed does not open.');
  return enrolment(secret, person.email ?? person.name, board.name);
}

/** Confirms it with a first code. @throws RuleError at `code` */
export async function confirmSecondStep(
  where: SecondStepContext,
  personId: string,
  typed: string,
): Promise<void> {
  const { db, now, caller } = where;
  await count(where, personId);
  const held = await db.secondFactor.findUnique({ where: { personId } });
  if (!held || held.confirmedAt) throw new RuleError({ '': 'Open this page again' });
  const step = rightStep(where, held, typed);
  if (step === null) throw new RuleError({ code: WRONG });
  await db.secondFactor.update({
    where: { personId },
    data: { confirmedAt: now, lastStep: step },
  });
  await forgiveAttempt(db, 'code', personId);
  await noteSecurityEvent(where, { kind: 'second_step.added', personId, caller });
}

function rightStep(
  { now, sealer }: SecondStepContext,
  held: { secret: Uint8Array; lastStep: number },
  typed: string,
): number | null {
  const secret = sealer.open(held.secret);
  return secret === null ? null : stepOfCode(secret, readCode(typed), now, held.lastStep);
}

async function count({ db }: SecondStepContext, personId: string): Promise<void> {
  if ((await countAttempt(db, 'code', personId)) !== null) {
    throw new RuleError({
      code: 'Too many wrong codes. Wait a quarter of an hour, then try again',
    });
  }
}

/**
 * Checks the code of an app or a recovery code, and uses it up.
 * @throws RuleError at `code`
 */
export async function passSecondStep(
  where: SecondStepContext,
  personId: string,
  typed: string,
): Promise<void> {
  const { db, now, caller } = where;
  await count(where, personId);
  const held = await db.secondFactor.findUnique({ where: { personId } });
  const step = held?.confirmedAt ? rightStep(where, held, typed) : null;
  if (step !== null) {
    // The update decides who was first: the same code, sent twice at once, is right once.
    const used = await db.secondFactor.updateMany({
      where: { personId, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    if (used.count === 1) {
      await forgiveAttempt(db, 'code', personId);
      return;
    }
  }
  const recovered = await db.recoveryCode.updateMany({
    where: { personId, codeHash: tokenHash(readCode(typed)), usedAt: null },
    data: { usedAt: now },
  });
  if (recovered.count === 1) {
    await forgiveAttempt(db, 'code', personId);
    await noteSecurityEvent(where, { kind: 'recovery_code.used', personId, caller });
    return;
  }
  await noteSecurityEvent(where, { kind: 'second_step.failed', personId, caller });
  throw new RuleError({ code: WRONG });
}

/** Ten new recovery codes in place of the old ones. They are shown once, and kept as hashes. */
export async function makeRecoveryCodes({
  actor,
  ...where
}: SecondStepContext & { actor: PersonActor }): Promise<string[]> {
  const { db, now, caller } = where;
  if (!(await hasSecondStep({ db }, actor.id))) {
    throw new RuleError({ '': 'Set up the second step first' });
  }
  const codes = newRecoveryCodes();
  await db.$transaction(async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { personId: actor.id } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({
        personId: actor.id,
        codeHash: tokenHash(readCode(code)),
        createdAt: now,
      })),
    });
    await noteSecurityEvent(
      { db: tx, now },
      {
        kind: 'recovery_codes.made',
        personId: actor.id,
        caller,
      },
    );
  });
  return codes;
}

/** Takes one's own second step away, with a code. @throws RuleError where a role needs it */
export async function removeSecondStep(
  { actor, ...where }: SecondStepContext & { actor: PersonActor },
  typed: string,
): Promise<void> {
  const { db, caller } = where;
  const { secondStepRoles } = await getBoard({ db });
  if (actor.roles.some((role) => secondStepRoles.includes(role))) {
    throw new RuleError({ '': 'Your role needs a second step, so it cannot be removed' });
  }
  await passSecondStep(where, actor.id, typed);
  await db.$transaction(async (tx) => {
    await deleteSecondStep({ tx }, actor.id);
    await noteSecurityEvent(
      { db: tx, now: where.now },
      {
        kind: 'second_step.removed',
        personId: actor.id,
        caller,
      },
    );
  });
}

/** Deletes a second step with its recovery codes. */
export async function deleteSecondStep(
  { tx }: { tx: Pick<Context['db'], 'secondFactor' | 'recoveryCode'> },
  personId: string,
): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { personId } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
}
