import { RuleError } from '@/lib/domain/errors';
import type { KnownDevice } from '@/lib/domain/known-device';
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
import { type SignInRules, secondStepFrom } from '@/lib/domain/second-step-rule';
import type { Caller } from '@/lib/domain/security-event';
import type { Person } from '@/prisma/client/client';
import { tokenHash } from './access-links';
import { getBoard } from './board';
import type { Context } from './context';
import type { Database, Transaction } from './database';
import { findPerson, holdSignIn, personRow } from './people';
import { countAttempt, forgiveGuesses, type Place } from './rate-limits';
import { noteSecurityEvent } from './security-events';
import { deviceOf } from './sessions';

/** Where, when, from where, and what opens the secrets. */
export interface SecondStepContext {
  db: Database;
  now: Date;
  caller: Caller;
  sealer: Sealer;
  /** What the browser showed that it is. */
  devices?: readonly KnownDevice[];
  /** Whoever enters the code is signed in. */
  signedIn?: true;
  /** What the operator's installation asks for. */
  rules?: SignInRules;
}

const WRONG =
  'That code is wrong, or was used already. Enter the one that the app shows now, or a recovery code';

const SET_UP = 'A second step is set up already';
const SET_UP_FIRST = 'Set up the second step first';

export async function hasSecondStep(
  { db }: { db: Pick<Database, 'secondFactor'> },
  personId: string,
): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { personId } });
  return factor?.confirmedAt != null;
}

/** From when on a rule asks somebody for a second step that they have not set up; null for never. */
export async function getSecondStepDue({
  db,
  actor,
  rules,
}: Pick<Context, 'db' | 'rules'> & { actor: PersonActor }): Promise<Date | null> {
  if (await hasSecondStep({ db }, actor.id)) return null;
  const person = await personRow(db, actor.id);
  // Whom the board's own rule asks does not get in without it, or comes by a provider.
  return secondStepFrom(person, { ...(await getBoard({ db })), secondStepRoles: [] }, rules);
}

/** For how long what an app is to be set up with can be shown again. */
const ENROLMENT_MINUTES = 15;

/**
 * What to set an authenticator app up with. Asked again in the same sign-in it is the same, so that
 * a page may be drawn twice; anybody else who got as far as this page has learnt nothing of it.
 * @param begunBy the session, or the token that waits for the second step
 */
export async function beginSecondStep(
  { db, now, sealer }: SecondStepContext,
  personId: string,
  begunBy: string,
): Promise<Enrolment> {
  const board = await getBoard({ db });
  return db.$transaction(async (tx) => {
    // Two pages that open at once take turns, and get the same one.
    const person = await findPerson(tx, personId);
    const held = await tx.secondFactor.findUnique({ where: { personId } });
    if (held?.confirmedAt) throw new RuleError({ '': SET_UP });
    let secret = held && isTheirs(held, begunBy, now) ? sealer.open(held.secret) : null;
    if (!secret) {
      secret = newSecret();
      const fresh = {
        secret: sealer.seal(secret),
        createdAt: now,
        begunBy: tokenHash(begunBy),
        lastStep: 0,
      };
      if (held) {
        // One that is confirmed at this moment stays as it is: its owner's app holds it.
        const replaced = await tx.secondFactor.updateMany({
          where: { personId, confirmedAt: null },
          data: fresh,
        });
        if (replaced.count === 0) throw new RuleError({ '': SET_UP });
      } else {
        await tx.secondFactor.create({ data: { personId, ...fresh } });
      }
    }
    return enrolment(secret, person.email ?? person.name, board.name);
  });
}

function isTheirs(
  held: { begunBy: string | null; createdAt: Date },
  begunBy: string,
  now: Date,
): boolean {
  const age = now.getTime() - held.createdAt.getTime();
  return held.begunBy === tokenHash(begunBy) && age < ENROLMENT_MINUTES * 60_000;
}

/** Confirms it with a first code, in the sign-in that began it. @throws RuleError at `code` */
export async function confirmSecondStep(
  where: SecondStepContext,
  personId: string,
  typed: string,
  begunBy: string,
): Promise<void> {
  const { db, now, caller } = where;
  const place = await count(where, personId);
  const held = await db.secondFactor.findUnique({ where: { personId } });
  if (!held || held.confirmedAt || !isTheirs(held, begunBy, now)) {
    throw new RuleError({
      '': 'That took too long, or was begun elsewhere. Open this page again: the key is a new one',
    });
  }
  const step = rightStep(where, held, typed);
  if (step === null) throw new RuleError({ code: WRONG });
  const confirmed = await db.secondFactor.updateMany({
    where: { personId, confirmedAt: null, begunBy: held.begunBy },
    data: { confirmedAt: now, lastStep: step, begunBy: null },
  });
  if (confirmed.count !== 1) throw new RuleError({ '': 'Open this page again' });
  await forgiveGuesses({ db }, 'code', personId, place);
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

/**
 * Counts a code. All who are neither signed in nor in a browser that is known share their attempts,
 * whatever networks they have: six digits are soon guessed otherwise.
 * @returns what it was counted against
 */
async function count(
  { db, now, devices, signedIn }: SecondStepContext,
  personId: string,
): Promise<Place> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const device = deviceOf(devices, person);
  const place: Place = signedIn ? 'signed in' : device ? { device } : 'unknown';
  if (await countAttempt({ db, now }, 'code', personId, place)) {
    throw new RuleError({
      code: 'Too many wrong codes. Wait a quarter of an hour, then try again',
    });
  }
  return place;
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
  const place = await count(where, personId);
  const held = await db.secondFactor.findUnique({ where: { personId } });
  const step = held?.confirmedAt ? rightStep(where, held, typed) : null;
  if (step !== null) {
    // The update decides who was first: the same code, sent twice at once, is right once.
    const used = await db.secondFactor.updateMany({
      where: { personId, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    if (used.count === 1) {
      await forgiveGuesses({ db }, 'code', personId, place);
      return;
    }
  }
  const recovered = await db.recoveryCode.updateMany({
    where: { personId, codeHash: tokenHash(readCode(typed)), usedAt: null },
    data: { usedAt: now },
  });
  if (recovered.count === 1) {
    await forgiveGuesses({ db }, 'code', personId, place);
    await noteSecurityEvent(where, { kind: 'recovery_code.used', personId, caller });
    return;
  }
  await noteSecurityEvent(where, { kind: 'second_step.failed', personId, caller });
  throw new RuleError({ code: WRONG });
}

/**
 * Whether new recovery codes take a code: they open the account without the app, so that a screen
 * left open is not enough. Right after the second step was set up the first ones take none.
 */
export async function recoveryCodesTakeCode(
  { db, now }: { db: Pick<Transaction, 'secondFactor' | 'recoveryCode'>; now: Date },
  personId: string,
): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { personId } });
  const made = await db.recoveryCode.count({ where: { personId } });
  const since = now.getTime() - (factor?.confirmedAt?.getTime() ?? 0);
  return made > 0 || since > ENROLMENT_MINUTES * 60_000;
}

/**
 * Ten new recovery codes in place of the old ones. They are shown once, and kept as hashes.
 * @param typed a code of the app, or one of the old ones: see `recoveryCodesTakeCode`
 * @throws RuleError at `code`
 */
export async function makeRecoveryCodes(
  { actor, ...where }: SecondStepContext & { actor: PersonActor },
  typed: string | undefined,
): Promise<string[]> {
  const { db, now, caller } = where;
  if (!(await hasSecondStep({ db }, actor.id))) {
    throw new RuleError({ '': SET_UP_FIRST });
  }
  const showsCode = await recoveryCodesTakeCode(where, actor.id);
  if (showsCode) {
    if (!typed) throw new RuleError({ code: 'Enter the code' });
    await passSecondStep(where, actor.id, typed);
  }
  const codes = newRecoveryCodes();
  await db.$transaction(async (tx) => {
    // Two tabs take turns: the second one finds the codes of the first.
    await findPerson(tx, actor.id);
    if (!(await hasSecondStep({ db: tx }, actor.id))) throw new RuleError({ '': SET_UP_FIRST });
    if (!showsCode && (await recoveryCodesTakeCode({ db: tx, now }, actor.id))) {
      throw new RuleError({ '': 'Recovery codes were made already. Open this page again' });
    }
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

async function demandNeedless(
  db: Transaction,
  person: Person,
  rules: SignInRules | undefined,
): Promise<void> {
  if (secondStepFrom(person, await getBoard({ db }), rules)) {
    throw new RuleError({ '': 'Your role needs a second step, so it cannot be removed' });
  }
}

/** Takes one's own second step away, with a code. @throws RuleError where a role needs it */
export async function removeSecondStep(
  { actor, ...where }: SecondStepContext & { actor: PersonActor },
  typed: string,
): Promise<void> {
  const { db, now, caller, rules } = where;
  // Before a code is used up, and again once nobody else can change it.
  await demandNeedless(db, await personRow(db, actor.id), rules);
  await passSecondStep(where, actor.id, typed);
  await db.$transaction(async (tx) => {
    await demandNeedless(tx, await holdSignIn(tx, actor.id), rules);
    await deleteSecondStep({ tx, now }, actor.id, { caller });
  });
}

/**
 * Deletes a second step with its recovery codes, which leaves a security event.
 * @param by from where; and who did it, when that was somebody else
 */
export async function deleteSecondStep(
  { tx, now }: { tx: Transaction; now: Date },
  personId: string,
  by: { caller: Caller; byId?: string | null },
): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { personId } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await noteSecurityEvent({ db: tx, now }, { kind: 'second_step.removed', personId, ...by });
}
