import { LinkButton } from '@/components/ui/button';
import type { PersonView } from '@/lib/domain/view';
import { linkRefusal } from './refusal';

const FILE = 'held.zip';

/** What the reader may do to somebody, the ordinary things first. */
export function PersonActions({
  person,
  passwords,
}: {
  person: PersonView;
  /** Whether people sign in with passwords here. */
  passwords: boolean;
}) {
  const { may, access, self } = person;
  const owns = person.owns + person.openMeetingActions > 0;
  const steps = [
    may.invite && ['invite', 'Invite'],
    may.change && ['edit', 'Change details'],
    may.setRoles && ['roles', 'Change roles'],
    may.link &&
      !self &&
      !linkRefusal(person, passwords) && [
        'link',
        access === 'invited' ? 'Send invitation again' : 'Make a password link',
      ],
    may.handOver && owns && ['hand-over', 'Hand over everything'],
    may.endSessions && !self && ['end-sessions', 'Sign them out'],
    may.liftHold && ['hold', 'Lift the hold on sign-ins'],
    may.resetSecondStep && person.hasSecondStep && ['second-step', 'Take second step away'],
    may.unlink && ['single-sign-on', 'Unlink single sign-on'],
    may.deactivate && ['deactivate', 'Deactivate'],
    may.reactivate && ['reactivate', 'Reactivate'],
    may.erase && ['erase', 'Erase the name'],
  ].filter((step): step is [string, string] => Array.isArray(step));
  // Their own password, second step and sign-ins are with the rest of their account.
  if (self) steps.unshift(['/account', 'Your account']);
  if (may.file) steps.push([FILE, 'What is held about them']);
  if (steps.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {steps.map(([path, label]) => (
        <LinkButton
          key={path}
          href={path.startsWith('/') ? path : `/people/${person.id}/${path}`}
          variant="secondary"
          download={path === FILE}
        >
          {label}
        </LinkButton>
      ))}
    </div>
  );
}
