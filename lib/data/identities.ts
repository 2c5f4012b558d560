import { needsSecondStep } from '@/lib/domain/second-step-rule';
import type { Vouched } from '@/lib/domain/single-sign-on';
import type { Identity, Person } from '@/prisma/client/client';
import { endLinks } from './access-links';
import { getBoard } from './board';
import type { Transaction } from './database';
import { findPerson, maySignIn } from './people';
import { countAttempt } from './rate-limits';
import { hasSecondStep } from './second-step';
import { noteSecurityEvent } from './security-events';
import { openSession } from './sessions';
import { comesFrom, type Entrance, waitForSecondStep } from './sign-in';

const SAYS = {
  unknown: 'nobody was invited with this account',
  unverified: 'no confirmed address',
  taken: 'the address belongs to somebody who signs in with another account',
  several: 'its addresses belong to more than one person',
  shut: 'deactivated, or without a role',
} as const;

type Found =
  | { person: Person; identity: Identity | null }
  | { refused: keyof typeof SAYS; personId?: string };

/** Whose account it is: by its subject, or, the first time, by the address they were invited with. */
async function find(tx: Transaction, vouched: Vouched): Promise<Found> {
  const { issuer, subject, emails } = vouched;
  const identity = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { person: true },
  });
  // Whatever address the account has by now.
  if (identity) {
    const { person } = identity;
    return maySignIn(person) ? { person, identity } : { refused: 'shut', personId: person.id };
  }
  if (emails.length === 0) return { refused: 'unverified' };
  const [person, another] = await tx.person.findMany({ where: { email: { in: [...emails] } } });
  if (!person) return { refused: 'unknown' };
  if (another) return { refused: 'several' };
  const personId = person.id;
  if (!maySignIn(person)) return { refused: 'shut', personId };
  // An address that was given to somebody else there opens nothing of who had it before.
  const other = await tx.identity.findFirst({ where: { personId, issuer } });
  return other ? { refused: 'taken', personId } : { person, identity: null };
}

/** What became of whom a provider vouched for. */
export type VouchedResult =
  | { is: 'refused' }
  | { is: 'in'; sessionId: string; personId: string }
  /** The provider may not have asked for one, and a rule does: the token of the row that waits. */
  | { is: 'second step'; token: string; enrolled: boolean };

/**
 * Opens a session for whom a provider vouches for, if they were invited. Who is refused leaves a
 * security event that says why; readers are not told.
 */
export async function signInVouched(entrance: Entrance, vouched: Vouched): Promise<VouchedResult> {
  const { db, now, caller, rules } = entrance;
  const { provider, issuer, subject, emails } = vouched;
  return db.$transaction(async (tx): Promise<VouchedResult> => {
    const at = { db: tx, now };
    // Two at once, the first time: one links the account, the other finds it linked.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`single sign-on ${issuer}`}))`;
    const first = await find(tx, vouched);
    // Held until this is done, and looked at again: what shuts them out, unlinks them or signs them
    // out comes wholly before or wholly after.
    if ('person' in first) await findPerson(tx, first.person.id);
    const found = 'person' in first ? await find(tx, vouched) : first;
    if ('refused' in found) {
      const { refused, personId = null } = found;
      const detail = [SAYS[refused], ...emails.slice(0, 1)].join(': ').slice(0, 300);
      await noteRefused({ ...at, caller }, personId, detail);
      return { is: 'refused' };
    }
    const { person, identity } = found;
    if (identity) {
      await tx.identity.update({ where: { id: identity.id }, data: { lastUsedAt: now } });
    } else {
      await tx.identity.create({
        data: { personId: person.id, issuer, subject, linkedAt: now, lastUsedAt: now },
      });
      const detail = provider;
      await noteSecurityEvent(at, { kind: 'identity.linked', personId: person.id, caller, detail });
      // They are in: an invitation that still lies in a mailbox is of no more use.
      await endLinks({ tx, now }, person.id);
    }
    // The board's own rule is about passwords; the provider of an installation may promise both.
    const board = { ...(await getBoard(at)), secondStepRoles: [] };
    const guarded = rules?.providersWithSecondStep.includes(provider);
    if (!guarded && needsSecondStep(person, board, rules, now)) {
      const token = await waitForSecondStep(tx, now, person.id, provider);
      return { is: 'second step', token, enrolled: await hasSecondStep(at, person.id) };
    }
    // A provider that still knew them asked for nothing: then this is no proof of who sits there.
    const provedAt = vouched.signedInAt ?? new Date(0);
    const sessionId = await openSession(at, person.id, provider, caller, provedAt);
    return { is: 'in', sessionId, personId: person.id };
  });
}

type At = Omit<Entrance, 'db'> & { db: Transaction };

/** So many of one network as are noted: nobody fills the record by going on. */
async function noteRefused(at: At, personId: string | null, detail: string): Promise<void> {
  const place = { network: comesFrom(at) };
  if (await countAttempt(at, 'refusal', null, place)) return;
  const { caller } = at;
  await noteSecurityEvent(at, { kind: 'sign_in.refused', personId, caller, detail });
}

/** Notes that a provider's word was not taken, or never came. */
export function noteRefusal(entrance: Entrance, detail: string): Promise<void> {
  return noteRefused(entrance, null, detail);
}
