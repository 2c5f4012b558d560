import type { ChangePerson, SetRoles } from '@/lib/domain/access';
import { RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import type { Role } from '@/lib/domain/permissions';
import { powersSince } from '@/lib/domain/second-step-rule';
import type { Caller } from '@/lib/domain/security-event';
import type { Person } from '@/prisma/client/client';
import { endLinks } from './access-links';
import { demandAnotherAdministrator, lockAccess } from './administrators';
import { getBoard } from './board';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { demandUniqueName, findPerson } from './people';
import { demandLatestDetails, demandLatestRoles } from './person-events';
import { forgetAttempts, getHeldOff } from './rate-limits';
import { deleteSecondStep } from './second-step';
import { noteSecurityEvent } from './security-events';
import { endSessionsAgainstRules, endSessionsOf } from './sessions';

type Acting = Context & { caller: Caller };
const actorId = ({ actor }: Context) => (actor.kind === 'person' ? actor.id : null);

const OWN_ORGANISATION =
  'What is hidden from an organisation is hidden from its people, so another administrator changes yours';
const OWN_ROLES = 'Nobody changes their own roles: another administrator does';

const sameRoles = (some: readonly Role[], others: readonly Role[]) =>
  [...some].sort().join() === [...others].sort().join();

/** What each change of a person by an administrator begins with, in its transaction. */
export function changingPerson(
  context: Context,
  action: string,
  personId: string,
  form: { submissionId: string },
  run: (by: Change, person: Person) => Promise<void>,
): Promise<void> {
  return change(
    context,
    { action, subject: personId, form },
    async (by) => {
      demand(await lockAccess(by.tx, context), 'managePeople');
      await run(by, await findPerson(by.tx, personId));
    },
    () => undefined,
  );
}

/**
 * Changes who somebody is: what they did before stays under the name they had then.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function changePerson(context: Acting, personId: string, form: ChangePerson): Promise<void> {
  return changingPerson(context, 'changePerson', personId, form, async (by, person) => {
    if (person.erasedAt) throw new RuleError({ '': 'Their name was erased: it stays so' });
    await demandLatestDetails(by.tx, person, form.basedOn);
    const self = person.id === actorId(context);
    const { name, position, email = null } = form;
    // A form about oneself does not ask for it.
    const organisationId = form.organisationId ?? (self ? person.organisationId : null);
    if (self && organisationId !== person.organisationId) {
      throw new RuleError({ organisationId: OWN_ORGANISATION });
    }
    if (
      organisationId &&
      !(await by.tx.organisation.findUnique({ where: { id: organisationId } }))
    ) {
      throw new RuleError({ organisationId: 'Choose their organisation' });
    }
    if (!email && person.roles.length > 0) {
      throw new RuleError({ email: 'They sign in with it: enter their email address' });
    }
    const taken = email && (await by.tx.person.findUnique({ where: { email } }));
    if (taken && taken.id !== person.id) {
      throw new RuleError({ email: `${taken.name} has this email address` });
    }
    await demandUniqueName(by.tx, { name, organisationId }, person.id);
    const next = { name, position, organisationId };
    const changes = (['name', 'position', 'organisationId'] as const).flatMap(
      (field): FieldChange[] =>
        person[field] === next[field]
          ? []
          : // Names stay in their versions, so that an erasure has one place to mend.
            [
              field === 'name'
                ? { field, from: null, to: null }
                : { field, from: person[field], to: next[field] },
            ],
    );
    const mailed = email !== person.email;
    if (changes.length === 0 && !mailed) throw new RuleError({ '': 'Nothing has changed yet' });
    if (changes.length > 0) {
      const version = person.version + 1;
      await by.tx.person.update({ where: { id: person.id }, data: { ...next, version } });
      await by.tx.personVersion.create({
        data: { personId: person.id, version, recordedAt: by.now, ...author(context), ...next },
      });
    }
    if (mailed) {
      await by.tx.person.update({ where: { id: person.id }, data: { email } });
      // A link that went to the old address opens nothing any more.
      await endLinks(by, person.id);
      await noteSecurityEvent(
        { db: by.tx, now: by.now },
        {
          kind: 'email.changed',
          personId: person.id,
          byId: actorId(context),
          caller: context.caller,
          detail: person.email && `was ${person.email}`,
        },
      );
      // That it changed is in the record; what it was and is, where it can be erased.
      changes.push({ field: 'email', from: null, to: null });
    }
    await by.record({ kind: 'person.changed', personId: person.id, changes });
  });
}

/**
 * Says what somebody may do, from their next request on.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function setRoles(context: Acting, personId: string, form: SetRoles): Promise<void> {
  return changingPerson(context, 'setRoles', personId, form, async (by, person) => {
    if (person.id === actorId(context)) throw new RuleError({ '': OWN_ROLES });
    if (person.roles.length === 0) throw new RuleError({ '': 'Invite them first' });
    if (person.deactivatedAt) throw new RuleError({ '': 'Reactivate them first' });
    await demandLatestRoles(by.tx, person.id, form.basedOn);
    const next: Role[] = form.roles;
    if (sameRoles(next, person.roles)) throw new RuleError({ '': 'Nothing has changed yet' });
    if (person.roles.includes('administrator') && !next.includes('administrator')) {
      await demandAnotherAdministrator(by.tx, person.id);
    }
    await by.tx.person.update({
      where: { id: person.id },
      data: { roles: next, powersSince: powersSince(person, next, by.now) },
    });
    await by.record({
      kind: 'person.roles',
      personId: person.id,
      changes: [{ field: 'roles', from: [...person.roles], to: next }],
    });
    // The new role may need a second step that they have not set up.
    await endSessionsAgainstRules(by, await getBoard({ db: by.tx }), person.id);
  });
}

/** Shuts somebody out: nothing they own changes hands by it. @throws as above */
export function deactivatePerson(
  context: Acting,
  personId: string,
  form: { submissionId: string; reason: string },
): Promise<void> {
  return changingPerson(context, 'deactivatePerson', personId, form, async (by, person) => {
    if (person.deactivatedAt) throw new RuleError({ '': 'They are deactivated already' });
    if (person.roles.length === 0) throw new RuleError({ '': 'They cannot sign in anyway' });
    if (person.id === actorId(context)) {
      throw new RuleError({ '': 'Somebody else has to deactivate you' });
    }
    if (person.roles.includes('administrator')) {
      await demandAnotherAdministrator(by.tx, person.id);
    }
    await by.tx.person.update({ where: { id: person.id }, data: { deactivatedAt: by.now } });
    await signOut(by.tx, context, person.id);
    await endLinks(by, person.id);
    await by.record({ kind: 'person.deactivated', personId: person.id, reason: form.reason });
  });
}

/** Ends what is open of somebody: sessions and half-finished sign-ins. */
async function signOut(tx: Transaction, context: Acting, personId: string): Promise<number> {
  const { now, caller } = context;
  const count = await endSessionsOf({ db: tx, now }, personId);
  await tx.pendingSignIn.deleteMany({ where: { personId } });
  await noteSecurityEvent(
    { db: tx, now },
    {
      kind: 'sessions.ended',
      personId,
      byId: actorId(context),
      caller,
      detail: `${count} ${count === 1 ? 'sign-in' : 'sign-ins'}`,
    },
  );
  return count;
}

/** Lets somebody in again who was shut out, with these roles. @throws as above */
export function reactivatePerson(
  context: Acting,
  personId: string,
  form: { submissionId: string; roles: Role[] },
): Promise<void> {
  return changingPerson(context, 'reactivatePerson', personId, form, async (by, person) => {
    if (!person.deactivatedAt) throw new RuleError({ '': 'They are active already' });
    if (person.erasedAt) throw new RuleError({ '': 'Their name was erased' });
    const { roles } = form;
    await by.tx.person.update({
      where: { id: person.id },
      data: { deactivatedAt: null, roles, powersSince: powersSince(null, roles, by.now) },
    });
    const same = sameRoles(roles, person.roles);
    await by.record({
      kind: 'person.reactivated',
      personId: person.id,
      changes: same ? [] : [{ field: 'roles', from: [...person.roles], to: roles }],
    });
  });
}

/** Signs somebody out wherever they are. @throws as above */
export function endAllSessions(
  context: Acting,
  personId: string,
  form: { submissionId: string },
): Promise<void> {
  return changingPerson(context, 'endAllSessions', personId, form, async (by, person) => {
    await signOut(by.tx, context, person.id);
    await by.record({ kind: 'person.sessions_ended', personId: person.id });
  });
}

/**
 * Lets somebody try again at once whose sign-ins are held off after too many attempts.
 * @throws as above
 */
export function liftHold(
  context: Acting,
  personId: string,
  form: { submissionId: string },
): Promise<void> {
  return changingPerson(context, 'liftHold', personId, form, async (by, person) => {
    const at = { db: by.tx, now: by.now };
    if (!(await getHeldOff(at, person)))
      throw new RuleError({ '': 'Their sign-ins are not held off' });
    await forgetAttempts(at, person);
    const { caller } = context;
    await noteSecurityEvent(at, {
      kind: 'sign_in.released',
      personId: person.id,
      byId: actorId(context),
      caller,
    });
    await by.record({ kind: 'person.hold_lifted', personId: person.id });
  });
}

/** Takes a lost second step off somebody's account. @throws as above */
export function resetSecondStep(
  context: Acting,
  personId: string,
  form: { submissionId: string },
): Promise<void> {
  return changingPerson(context, 'resetSecondStep', personId, form, async (by, person) => {
    if (person.id === actorId(context)) {
      throw new RuleError({ '': 'Remove your own second step from your account, with a code' });
    }
    const held = await by.tx.secondFactor.findUnique({ where: { personId: person.id } });
    if (!held) throw new RuleError({ '': 'They have no second step' });
    const { caller } = context;
    await deleteSecondStep(by, person.id, { caller, byId: actorId(context) });
    await by.record({ kind: 'person.second_step_reset', personId: person.id });
    // Where their role needs one, they set it up anew.
    await endSessionsAgainstRules(by, await getBoard({ db: by.tx }), person.id);
  });
}

/**
 * Parts somebody from their accounts at providers of single sign-on, and signs them out: for an
 * account that was made anew there, or was never theirs. The next one with their address is linked.
 * @throws as above
 */
export function unlinkSingleSignOn(
  context: Acting,
  personId: string,
  form: { submissionId: string },
): Promise<void> {
  return changingPerson(context, 'unlinkSingleSignOn', personId, form, async (by, person) => {
    const { count } = await by.tx.identity.deleteMany({ where: { personId: person.id } });
    if (count === 0) throw new RuleError({ '': 'They have not signed in by single sign-on' });
    const { passwordsAllowed } = await getBoard({ db: by.tx });
    const hasPassword = passwordsAllowed && person.passwordHash !== null;
    // Their account at the provider may have another address by now, by which nobody is found.
    if (person.roles.includes('administrator') && !person.deactivatedAt && !hasPassword) {
      await demandAnotherAdministrator(
        by.tx,
        person.id,
        'No other administrator could sign in. Make somebody else one, and let them sign in, first',
      );
    }
    await noteSecurityEvent(
      { db: by.tx, now: by.now },
      {
        kind: 'identity.unlinked',
        personId: person.id,
        byId: actorId(context),
        caller: context.caller,
      },
    );
    await signOut(by.tx, context, person.id);
    await by.record({ kind: 'person.unlinked', personId: person.id });
  });
}
