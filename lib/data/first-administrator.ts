import { NotAllowedError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import { mendLine } from '@/lib/domain/mend-text';
import type { Role } from '@/lib/domain/permissions';
import { powersSince } from '@/lib/domain/second-step-rule';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { Person } from '@/prisma/client/client';
import { makeAccessLink } from './access-links';
import { lockAccess } from './administrators';
import { getBoard } from './board';
import { type Change, change } from './change';
import type { Context } from './context';
import {
  createPerson,
  demandUniqueName,
  findPerson,
  insertOrganisation,
  organisationNamed,
} from './people';
import { deleteSecondStep, hasSecondStep } from './second-step';
import { endSessionsAgainstRules } from './sessions';

/** What the operator says of an administrator. */
export interface Administrator {
  email: string;
  name: string;
  /** Needed of somebody new; of somebody known, what they get instead of what they have. */
  position?: string;
  /** The name, or the short name, of one that is there or is made. */
  organisation?: string;
  /** A public-health officer as well: somebody has to set up the first meetings. */
  officer?: boolean;
  /** They have lost their second step, and nobody else can take it off. */
  resetSecondStep?: boolean;
}

/** Said in the record of all that the command does, since nobody signed in for it. */
const REASON = 'By the operator’s command';

async function organisationFor(by: Change, name: string | undefined): Promise<string | null> {
  if (!name) return null;
  const known = await organisationNamed(by.tx, name);
  return known ?? insertOrganisation(by, { name }, REASON);
}

async function newPerson(by: Change, form: Administrator): Promise<Person> {
  const { name, position } = form;
  if (!position || !form.organisation) {
    throw new RuleError({
      '': 'Nobody has that address yet. Say the position and the organisation of somebody new: --position "Head of public health" --organisation "Exampleshire Council"',
    });
  }
  const organisationId = (await organisationFor(by, form.organisation)) ?? '';
  return createPerson(by, by, { name, position, organisationId });
}

/** Sets what nobody changes of their own account, and a lone administrator has nobody to ask for. */
async function changeKnown(by: Change, known: Person, form: Administrator): Promise<void> {
  const position = form.position || known.position;
  const organisationId = (await organisationFor(by, form.organisation)) ?? known.organisationId;
  const changes: FieldChange[] = [
    { field: 'position', from: known.position, to: position },
    { field: 'organisationId', from: known.organisationId, to: organisationId },
  ].filter(({ from, to }) => from !== to);
  if (changes.length === 0) return;
  await demandUniqueName(by.tx, { name: known.name, organisationId }, known.id);
  const version = known.version + 1;
  const next = { name: known.name, position, organisationId, version };
  await by.tx.person.update({ where: { id: known.id }, data: next });
  await by.tx.personVersion.create({
    data: { personId: known.id, recordedAt: by.now, ...next },
  });
  await by.record({ kind: 'person.changed', personId: known.id, changes, reason: REASON });
}

/**
 * Makes an administrator who can choose a password once, through a link. An operator's command:
 * it is how the first person gets in, and the way back for one whom nobody else can let in. A person
 * with that address becomes an administrator.
 * @returns the token of the link, kept nowhere but as a hash
 * @throws NotAllowedError for anybody but the system, RuleError
 */
export async function createFirstAdministrator(
  context: Context,
  form: Administrator,
): Promise<{ token: string }> {
  if (context.actor.kind !== 'system') throw new NotAllowedError();
  const email = mendLine(form.email).toLowerCase();
  let token = '';
  const granted: Role[] = form.officer ? ['officer', 'administrator'] : ['administrator'];
  await change(
    context,
    null,
    async (by) => {
      const { tx, record, now } = by;
      await lockAccess(tx, context);
      const held = await tx.person.findUnique({ where: { email }, select: { id: true } });
      const known = held ? await findPerson(tx, held.id) : null;
      if (known) await changeKnown(by, known, form);
      const { id } = known ?? (await newPerson(by, form));
      const person = await tx.person.update({
        where: { id },
        data: {
          email,
          roles: [...new Set([...(known?.roles ?? []), ...granted])],
          powersSince: powersSince(known, granted, now),
          // The way back in, when nobody is left who could reactivate them.
          deactivatedAt: null,
        },
      });
      if (form.resetSecondStep && known && (await hasSecondStep({ db: tx }, known.id))) {
        await deleteSecondStep({ tx, now }, known.id, { caller: NO_CALLER });
        await record({ kind: 'person.second_step_reset', personId: known.id, reason: REASON });
      }
      token = await makeAccessLink({ tx, now }, person.id, 'invitation', 'handed over');
      await record({
        kind: 'person.invited',
        personId: person.id,
        reason: REASON,
        changes: [{ field: 'roles', from: known?.roles ?? null, to: [...person.roles] }],
      });
      // Their new role may need a second step that they have not set up.
      await endSessionsAgainstRules({ tx, now }, await getBoard({ db: tx }), person.id);
    },
    () => undefined,
  );
  return { token };
}
