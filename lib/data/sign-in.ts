import { RuleError } from '@/lib/domain/errors';
import type { KnownDevice } from '@/lib/domain/known-device';
import { mendLine } from '@/lib/domain/mend-text';
import { passwordWeakness } from '@/lib/domain/password-strength';
import type { PersonActor } from '@/lib/domain/permissions';
import { needsSecondStep, type SignInRules } from '@/lib/domain/second-step-rule';
import type { Caller } from '@/lib/domain/security-event';
import { PROVIDERS } from '@/lib/domain/single-sign-on';
import type { Person } from '@/prisma/client/client';
import { makeAccessLink, newToken, setPassword, tokenHash } from './access-links';
import { getBoard } from './board';
import type { Context } from './context';
import type { Database, Transaction } from './database';
import { hashPassword, verifyPassword } from './password';
import { findPerson, holdSignIn, maySignIn } from './people';
import {
  countAttempt,
  forgiveGuesses,
  giveBack,
  heldUntil,
  type Place,
  type Refused,
  takeTurn,
} from './rate-limits';
import { hasSecondStep } from './second-step';
import { noteSecurityEvent } from './security-events';
import { deviceOf, openSession, type SignInMethod } from './sessions';

/** Where somebody tries to get in, when, and from where. */
export interface Entrance {
  db: Database;
  now: Date;
  caller: Caller;
  /** What the browser showed that it is, and could only show because we sealed it. */
  devices?: readonly KnownDevice[];
  /** What the operator's installation asks for, whatever the board set. */
  rules?: SignInRules;
}

/** The network that attempts are counted against. */
export function comesFrom({ caller }: Pick<Entrance, 'caller'>): string {
  return caller.address ?? 'unknown';
}

const secondsUntil = (until: Date, now: Date) =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));

/** How long the second step may take. */
const PENDING_MINUTES = 10;

/** What became of a password that was typed. */
export type PasswordResult =
  | { is: 'wrong' }
  /** Too many attempts for this account. */
  | { is: 'blocked' }
  /** Too many from this network: the next may be made in so many seconds. */
  | { is: 'slowed'; seconds: number }
  | { is: 'in'; sessionId: string; personId: string }
  /** The password was right; the token of the row that waits for the second step. */
  | { is: 'second step'; token: string; enrolled: boolean };

/**
 * Checks an address and a password. An address that nobody has is counted, answered and takes as
 * long as a wrong password of somebody's.
 * @param singleSignOn whether there is another way in: then a setting may switch passwords off
 */
export async function signInWithPassword(
  entrance: Entrance,
  email: string,
  password: string,
  singleSignOn = false,
): Promise<PasswordResult> {
  const { db, now, caller } = entrance;
  const typed = mendLine(email).toLowerCase();
  const known = await db.person.findUnique({ where: { email: typed } });
  const person = known && maySignIn(known) ? known : null;
  // What is no address may be a password in the wrong box: that is not kept.
  const detail = person || /^[^\s@]+@[^\s@]+$/.test(typed) ? typed.slice(0, 200) : null;
  const note = (kind: 'sign_in.failed' | 'sign_in.blocked') =>
    noteSecurityEvent(entrance, {
      kind,
      personId: known?.id ?? null,
      caller,
      detail: known ? null : detail,
    });
  const device = person && deviceOf(entrance.devices, person);
  const place: Place = device ? { device } : { network: comesFrom(entrance) };
  // Whoever waits out what strangers did spends nothing of their own place by asking.
  if (!device && (await heldUntil(entrance, 'everywhere', typed))) return { is: 'blocked' };
  const turn = device ? null : await turnOf(entrance, typed);
  if (turn) {
    if (turn.first) await noteSecurityEvent(entrance, { kind: 'sign_in.slowed', caller });
    return { is: 'slowed', seconds: secondsUntil(turn.until, now) };
  }
  const refused =
    (await countAttempt(entrance, 'guess', typed, place)) ??
    (device ? null : await countAttempt(entrance, 'everywhere', typed));
  if (refused) {
    // Once each time it begins: nobody fills the record by going on.
    if (refused.first) await note('sign_in.blocked');
    return { is: 'blocked' };
  }
  const right = await verifyPassword(person?.passwordHash ?? null, password);
  const result = person && right ? await letIn(entrance, person, singleSignOn) : null;
  if (!result) {
    await note('sign_in.failed');
    return { is: 'wrong' };
  }
  await forgiveGuesses(entrance, 'guess', typed, place);
  if (!device) {
    await giveBack(entrance, 'everywhere', typed);
    await giveBack(entrance, 'network', null, place);
  }
  return result;
}

/**
 * The turn of a network for an attempt. Those for an account that is held off already are refused
 * by that, and take no turn from the others of the network.
 * @returns null when it may go ahead
 */
async function turnOf(entrance: Entrance, typed: string): Promise<Refused | null> {
  const network = comesFrom(entrance);
  const held = await heldUntil(entrance, 'guess', typed, { network });
  return held ? null : takeTurn(entrance, 'network', network);
}

/**
 * What a right password opens.
 * @param checked the person whose password it was. Checking takes its time: they may have got
 *   another one, or been shut out, meanwhile
 * @returns null when it opens nothing any more
 */
async function letIn(
  { db, now, caller, rules }: Entrance,
  checked: Person,
  singleSignOn: boolean,
): Promise<PasswordResult | null> {
  return db.$transaction(async (tx) => {
    const person = await holdSignIn(tx, checked.id);
    if (!maySignIn(person) || person.passwordHash !== checked.passwordHash) return null;
    const board = await getBoard({ db: tx });
    if (singleSignOn && !board.passwordsAllowed) return null;
    const enrolled = await hasSecondStep({ db: tx }, person.id);
    if (enrolled || needsSecondStep(person, board, rules, now)) {
      const token = await waitForSecondStep(tx, now, person.id, 'password');
      return { is: 'second step', token, enrolled };
    }
    const at = { db: tx, now };
    const sessionId = await openSession(at, person.id, 'password', caller);
    return { is: 'in', sessionId, personId: person.id };
  });
}

/** A row that is no session yet. @returns its token, kept nowhere but as a hash */
export async function waitForSecondStep(
  tx: Transaction,
  now: Date,
  personId: string,
  method: SignInMethod,
): Promise<string> {
  const token = newToken();
  await tx.pendingSignIn.create({
    data: {
      personId,
      method,
      tokenHash: tokenHash(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + PENDING_MINUTES * 60_000),
    },
  });
  return token;
}

/** Whose second step a token waits for; null when it is unknown, used or too old. */
export async function getPendingSignIn(
  { db, now }: Pick<Context, 'db' | 'now'>,
  token: string,
): Promise<{ personId: string; enrolled: boolean; method: SignInMethod } | null> {
  const pending = await db.pendingSignIn.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true },
  });
  const { person } = pending ?? {};
  if (!pending || !person || pending.expiresAt <= now || !maySignIn(person)) return null;
  return {
    personId: person.id,
    enrolled: await hasSecondStep({ db }, person.id),
    method: PROVIDERS.find((one) => one === pending.method) ?? 'password',
  };
}

/** Makes a session of a pending sign-in whose second step is done. @returns null when it has gone */
export async function finishSignIn(entrance: Entrance, token: string): Promise<string | null> {
  const { db, now, caller } = entrance;
  const pending = await getPendingSignIn({ db, now }, token);
  if (!pending?.enrolled) return null;
  return db.$transaction(async (tx) => {
    const person = await holdSignIn(tx, pending.personId);
    // Deleting decides who was first: one token makes one session.
    const used = await tx.pendingSignIn.deleteMany({ where: { tokenHash: tokenHash(token) } });
    if (used.count !== 1 || !maySignIn(person)) return null;
    // It may have been taken away meanwhile: then they begin anew, by the rules.
    if (!(await hasSecondStep({ db: tx }, person.id))) return null;
    return openSession({ db: tx, now }, pending.personId, pending.method, caller);
  });
}

/**
 * Counts that a link was asked for, before anything else is known of it.
 * @returns in how many seconds it may be; null for at once, and where its person signed in before
 */
export async function countLinkRequest(entrance: Entrance, email: string): Promise<number | null> {
  const { db, now } = entrance;
  const typed = mendLine(email).toLowerCase();
  const known = await db.person.findUnique({ where: { email: typed } });
  if (known && deviceOf(entrance.devices, known)) return null;
  const turn = await takeTurn(entrance, 'linkNetwork', comesFrom(entrance));
  return turn && secondsUntil(turn.until, now);
}

/**
 * Makes a link to choose a new password for whoever has this address, if anybody does and not too
 * often. Runs after the answer was sent, which says the same in every case.
 * @returns where to send which token, or null
 */
export async function askForPasswordLink(
  entrance: Entrance,
  email: string,
): Promise<{ email: string; name: string; token: string } | null> {
  const { db, now, caller } = entrance;
  const typed = mendLine(email).toLowerCase();
  if (await countAttempt(entrance, 'link', typed)) return null;
  const known = await db.person.findUnique({ where: { email: typed } });
  if (!known) return null;
  return db.$transaction(async (tx) => {
    const person = await findPerson(tx, known.id);
    // Their address may be another by now: nothing goes to one that is no longer theirs.
    if (person.email !== typed || !maySignIn(person)) return null;
    const { name, id: personId } = person;
    // Whose sign-ins the provider guards does not get a weaker way in by asking: an administrator
    // can make them a link.
    if (!person.passwordHash && (await tx.identity.count({ where: { personId } })) > 0) return null;
    const token = await makeAccessLink({ tx, now }, personId, 'password', 'asked for');
    await noteSecurityEvent({ db: tx, now }, { kind: 'password.link_asked', personId, caller });
    return { email: typed, name, token };
  });
}

/**
 * Asks somebody who is signed in for their password. Guesses are counted apart from those of
 * whoever is not: nobody else's keep them from it.
 * @param field of the form, for what is wrong
 * @throws RuleError
 */
export async function demandPassword(
  { db, now, caller }: Entrance,
  person: Person,
  typed: string,
  field: string,
): Promise<void> {
  const of = person.email ?? person.id;
  if (await countAttempt({ db, now }, 'guess', of, 'signed in')) {
    throw new RuleError({ [field]: 'Too many wrong passwords. Wait a quarter of an hour' });
  }
  if (!(await verifyPassword(person.passwordHash, typed))) {
    await noteSecurityEvent({ db, now }, { kind: 'sign_in.failed', personId: person.id, caller });
    throw new RuleError({ [field]: 'Enter the password you have now' });
  }
  await forgiveGuesses({ db }, 'guess', of, 'signed in');
}

/**
 * Changes one's own password and signs out everywhere else.
 * @param here the session that goes on
 * @throws RuleError when the present one is wrong, or the new one would be guessed
 */
export async function changePassword(
  { db, now, caller, actor }: Entrance & { actor: PersonActor },
  form: { present: string; password: string },
  here: string,
): Promise<void> {
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  const typed = person.email ?? person.id;
  await demandPassword({ db, now, caller }, person, form.present, 'present');
  if (form.password === form.present) {
    throw new RuleError({ password: 'Choose another than the one you have now' });
  }
  const board = await getBoard({ db });
  const weakness = passwordWeakness(form.password, [person.name, typed, board.name]);
  if (weakness) throw new RuleError({ password: weakness });
  const passwordHash = await hashPassword(form.password);
  await db.$transaction(async (tx) => {
    // Whoever got another password by a link meanwhile is not given this one instead.
    const still = await findPerson(tx, actor.id);
    const open = await tx.session.count({ where: { id: here, endedAt: null } });
    if (still.passwordHash !== person.passwordHash || open === 0) {
      throw new RuleError({ '': 'You were signed out meanwhile, so nothing was changed' });
    }
    await setPassword({ tx, now }, actor.id, passwordHash, here);
    await noteSecurityEvent(
      { db: tx, now },
      {
        kind: 'password.changed',
        personId: actor.id,
        caller,
      },
    );
  });
}
