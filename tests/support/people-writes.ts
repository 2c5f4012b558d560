import { erasePerson } from '@/lib/data/erasures';
import { handOver } from '@/lib/data/hand-over';
import { inviteKnown, invitePerson, makeLinkAgain } from '@/lib/data/invitations';
import {
  changePerson,
  deactivatePerson,
  endAllSessions,
  liftHold,
  reactivatePerson,
  resetSecondStep,
  setRoles,
  unlinkSingleSignOn,
} from '@/lib/data/person-changes';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { Write } from './write';

type Run = Write['run'];
const acting = (context: Parameters<Run>[0]) => ({ ...context, caller: NO_CALLER });

/** What can be done to people and to their access. */
export function peopleWrites(organisationId: string): Write[] {
  const of = (
    name: string,
    row: Write['row'],
    run: Run,
    more: Pick<Write, 'basedOn' | 'events'> = {},
  ): Write => ({
    name,
    row,
    to: 'board',
    kinds: ['local_action'],
    people: true,
    // One that takes no words.
    ...(run.length < 4 && { wordless: true as const }),
    run,
    ...more,
  });
  return [
    of('invitePerson', 'invite', async (context, _, { submissionId }, name) => {
      const form = {
        submissionId,
        name: `${name} ${submissionId}`,
        position: 'Nurse',
        organisationId,
      };
      const email = `${submissionId}@home.example`;
      return (await invitePerson(acting(context), { ...form, email, roles: ['viewer'] })).personId;
    }),
    of('inviteKnown', 'invite', async (context, { people }, { submissionId }) => {
      const email = `${people.known}@home.example`;
      const form = { submissionId, email, roles: ['viewer' as const] };
      return (await inviteKnown(acting(context), people.known, form)).personId;
    }),
    of(
      'makeLinkAgain',
      'invite',
      async (context, { people }, sent) =>
        (await makeLinkAgain(acting(context), people.invited, sent)).personId,
    ),
    of(
      'changePerson',
      'managePeople',
      (context, { people }, sent, position) =>
        changePerson(acting(context), people.active, {
          ...sent,
          name: `${position} ${people.active}`,
          position,
          organisationId,
          email: `${people.active}@home.example`,
        }),
      { basedOn: 'person' },
    ),
    of(
      'setRoles',
      'managePeople',
      (context, { people }, sent) =>
        setRoles(acting(context), people.active, { ...sent, roles: ['member'] }),
      { basedOn: 'roles' },
    ),
    of('deactivatePerson', 'managePeople', (context, { people }, { submissionId }, reason) =>
      deactivatePerson(acting(context), people.active, { submissionId, reason }),
    ),
    of('reactivatePerson', 'managePeople', (context, { people }, { submissionId }) =>
      reactivatePerson(acting(context), people.deactivated, { submissionId, roles: ['viewer'] }),
    ),
    of('endAllSessions', 'managePeople', (context, { people }, sent) =>
      endAllSessions(acting(context), people.active, sent),
    ),
    of('liftHold', 'managePeople', (context, { people }, sent) =>
      liftHold(acting(context), people.careful, sent),
    ),
    of('resetSecondStep', 'managePeople', (context, { people }, sent) =>
      resetSecondStep(acting(context), people.careful, sent),
    ),
    of('unlinkSingleSignOn', 'managePeople', (context, { people }, sent) =>
      unlinkSingleSignOn(acting(context), people.linked, sent),
    ),
    of(
      'handOver',
      'handOver',
      (context, { people }, { submissionId }, reason) =>
        handOver(context, people.owner, { submissionId, toId: people.active, reason }),
      { events: 2 },
    ),
    of('erasePerson', 'managePeople', (context, { people }, { submissionId }, reason) =>
      erasePerson(context, people.leaver, { submissionId, reason }),
    ),
  ];
}
