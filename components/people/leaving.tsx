import { TextLink } from '@/components/ui/text-link';
import type { PersonView } from '@/lib/domain/view';

/** What shutting somebody out does, and what to do before. */
export function Leaving({ person }: { person: PersonView }) {
  const { owns: things, openMeetingActions: actions } = person;
  const owns = [
    things > 0 && `${things} ${things === 1 ? 'thing' : 'things'} that they own`,
    actions > 0 && `${actions} ${actions === 1 ? 'meeting action' : 'meeting actions'} to do`,
  ].filter((one) => one !== false);
  const only = things + actions === 1;
  return (
    <div className="measure space-y-3">
      <p>
        They are signed out everywhere, and can no longer sign in. What they did stays, under their
        name. You can reactivate them.
      </p>
      {owns.length > 0 && (
        <p>
          They have {owns.join(' and ')}, which {only ? 'stays' : 'stay'} theirs.{' '}
          <TextLink href={`/people/${person.id}/hand-over`}>Hand over everything</TextLink> first.
        </p>
      )}
    </div>
  );
}
