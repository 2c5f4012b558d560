import { NotAllowedError } from '@/lib/domain/errors';
import { mendLine } from '@/lib/domain/mend-text';
import type { Role } from '@/lib/domain/permissions';
import { powersSince } from '@/lib/domain/second-step-rule';
import { NO_CALLER } from '@/lib/domain/security-event';
import { makeAccessLink } from './access-links';
import { lockAccess } from './administrators';
import { getBoard } from './board';
import { change } from './change';
import type { Context } from './context';
import { findPerson } from './people';
import { deleteSecondStep, hasSecondStep } from './second-step';
import { endSessionsAgainstRules } from './sessions';

/**
 * Makes an administrator who can choose a password once, through a link. An operator's command:
 * it is how the first person gets in, and the way back for one whom nobody else can let in. A person
 * with that address becomes an administrator.
 * @returns the token of the link, kept nowhere but as a hash
 * @throws NotAllowedError for anybody but the system
 */
export async function createFirstAdministrator(
  context: Context,
  form: {
    email: string;
    name: string;
    position: string;
    /** A public-health officer as well: somebody has to set up the first meetings. */
    officer?: boolean;
    /** They have lost their second step, and nobody else can take it off. */
    resetSecondStep?: boolean;
  },
): Promise<{ token: string }> {
  if (context.actor.kind !== 'system') throw new NotAllowedError();
  const email = mendLine(form.email).toLowerCase();
  let token = '';
  const granted: Role[] = form.officer ? ['officer', 'administrator'] : ['administrator'];
  await change(
    context,
    null,
    async ({ tx, record, now }) => {
      await lockAccess(tx, context);
      const held = await tx.person.findUnique({ where: { email }, select: { id: true } });
      const known = held ? await findPerson(tx, held.id) : null;
      const person = known
        ? await tx.person.update({
            where: { id: known.id },
            data: {
              roles: [...new Set([...known.roles, ...granted])],
              powersSince: powersSince(known, granted, now),
              // The way back in, when nobody is left who could reactivate them.
              deactivatedAt: null,
            },
          })
        : await tx.person.create({
            data: {
              createdAt: now,
              email,
              roles: granted,
              powersSince: now,
              version: 1,
              name: form.name,
              position: form.position,
            },
          });
      if (!known) {
        await tx.personVersion.create({
          data: {
            personId: person.id,
            version: 1,
            name: form.name,
            position: form.position,
            recordedAt: now,
          },
        });
      }
      if (form.resetSecondStep && known && (await hasSecondStep({ db: tx }, known.id))) {
        await deleteSecondStep({ tx, now }, known.id, { caller: NO_CALLER });
        await record({ kind: 'person.second_step_reset', personId: known.id });
      }
      token = await makeAccessLink({ tx, now }, person.id, 'invitation', 'handed over');
      await record({
        kind: 'person.invited',
        personId: person.id,
        changes: [{ field: 'roles', from: known?.roles ?? null, to: [...person.roles] }],
      });
      // Their new role may need a second step that they have not set up.
      await endSessionsAgainstRules({ tx, now }, await getBoard({ db: tx }), person.id);
    },
    () => undefined,
  );
  return { token };
}
