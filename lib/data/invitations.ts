import type { InviteKnown, InvitePerson } from '@/lib/domain/access';
import { RuleError } from '@/lib/domain/errors';
import type { Role } from '@/lib/domain/permissions';
import { powersSince } from '@/lib/domain/second-step-rule';
import type { Caller } from '@/lib/domain/security-event';
import type { Person } from '@/prisma/client/client';
import { type LinkPurpose, makeAccessLink } from './access-links';
import { lockAccess } from './administrators';
import { type Change, change } from './change';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { createPerson, findPerson } from './people';
import { noteSecurityEvent } from './security-events';

/** A link that was made for somebody. Its token is kept nowhere, so it is told this once. */
export interface MadeLink {
  personId: string;
  email: string;
  name: string;
  purpose: LinkPurpose;
  token: string;
}

/** A form that was sent twice: the link was made, and cannot be told again. */
export type LinkOrMade = MadeLink | { personId: string; token: null };

async function demandFree(tx: Transaction, email: string, personId?: string): Promise<void> {
  const taken = await tx.person.findUnique({ where: { email } });
  if (taken && taken.id !== personId) {
    throw new RuleError({ email: `${taken.name} has this email address` });
  }
}

async function link(
  by: Change,
  context: Context & { caller: Caller },
  person: Person,
  purpose: LinkPurpose,
): Promise<MadeLink> {
  const { actor, caller } = context;
  const token = await makeAccessLink(by, person.id, purpose, 'handed over');
  await noteSecurityEvent(
    { db: by.tx, now: by.now },
    {
      kind: 'link.made',
      personId: person.id,
      byId: actor.kind === 'person' ? actor.id : null,
      caller,
    },
  );
  return { personId: person.id, email: person.email ?? '', name: person.name, purpose, token };
}

const again = (event: { personId: string | null }): LinkOrMade => ({
  personId: event.personId ?? '',
  token: null,
});

/**
 * Lets somebody in who was not known: they choose a password by a link.
 * @throws NotAllowedError, RuleError
 */
export function invitePerson(
  context: Context & { caller: Caller },
  form: InvitePerson,
): Promise<LinkOrMade> {
  return change(
    context,
    { action: 'invitePerson', form },
    async (by): Promise<LinkOrMade> => {
      demand(await lockAccess(by.tx, context), 'invite', { roles: form.roles });
      await demandFree(by.tx, form.email);
      const { id } = await createPerson(by, context, form);
      const person = await by.tx.person.update({
        where: { id },
        data: {
          email: form.email,
          roles: form.roles,
          powersSince: powersSince(null, form.roles, by.now),
        },
      });
      await record(by, person, null);
      return link(by, context, person, 'invitation');
    },
    again,
  );
}

function record(by: Change, person: Person, before: readonly Role[] | null): Promise<void> {
  return by.record({
    kind: 'person.invited',
    personId: person.id,
    changes: [{ field: 'roles', from: before && [...before], to: [...person.roles] }],
  });
}

/**
 * Lets somebody in who is known already and cannot sign in yet.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function inviteKnown(
  context: Context & { caller: Caller },
  personId: string,
  form: InviteKnown,
): Promise<LinkOrMade> {
  return change(
    context,
    { action: 'inviteKnown', subject: personId, form },
    async (by): Promise<LinkOrMade> => {
      const present = await lockAccess(by.tx, context);
      const known = await findPerson(by.tx, personId);
      demand(present, 'invite', { roles: [...form.roles, ...known.roles] });
      if (known.erasedAt) throw new RuleError({ '': 'Their name was erased' });
      if (known.deactivatedAt) throw new RuleError({ '': 'Reactivate them first' });
      if (known.roles.length > 0) throw new RuleError({ '': 'They can sign in already' });
      await demandFree(by.tx, form.email, known.id);
      const person = await by.tx.person.update({
        where: { id: known.id },
        data: {
          email: form.email,
          roles: form.roles,
          powersSince: powersSince(null, form.roles, by.now),
        },
      });
      await record(by, person, known.roles);
      return link(by, context, person, 'invitation');
    },
    again,
  );
}

/**
 * Makes a new link for somebody who may sign in: the invitation again, or, for somebody who had a
 * password, one to choose another. Earlier links become useless; nothing else changes until it is
 * used.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function makeLinkAgain(
  context: Context & { caller: Caller },
  personId: string,
  form: { submissionId: string },
): Promise<LinkOrMade> {
  return change(
    context,
    { action: 'makeLinkAgain', subject: personId, form },
    async (by): Promise<LinkOrMade> => {
      const present = await lockAccess(by.tx, context);
      const person = await findPerson(by.tx, personId);
      // A link to somebody's account is as good as the account: only who may give all its roles.
      demand(present, 'invite', { roles: person.roles });
      if (person.deactivatedAt) throw new RuleError({ '': 'Reactivate them first' });
      if (person.roles.length === 0 || !person.email)
        throw new RuleError({ '': 'Invite them first' });
      // An officer may send an invitation again, but not open an account that is in use.
      const inUse =
        person.passwordHash !== null ||
        (await by.tx.identity.findFirst({ where: { personId: person.id } })) !== null;
      if (inUse) demand(present, 'managePeople');
      await by.record({ kind: 'person.link_made', personId: person.id });
      return link(by, context, person, inUse ? 'password' : 'invitation');
    },
    again,
  );
}
