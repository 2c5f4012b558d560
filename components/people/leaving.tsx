import { TextLink } from '@/components/ui/text-link';
import type { PersonView } from '@/lib/domain/view';

/** What shutting somebody out does, and what to do before. */
export function Leaving({ person }: { person: PersonView }) {
  return (
    <div className="measure space-y-3">
      <p>
        They are signed out everywhere, and can no longer sign in. What they did stays, under their
        name. You can reactivate them.
      </p>
      {person.owns > 0 && (
        <p>
          They own {person.owns}{' '}
          {person.owns === 1 ? 'thing, which stays theirs' : 'things, which stay theirs'}.{' '}
          <TextLink href={`/people/${person.id}/hand-over`}>Hand over all they own</TextLink> first.
        </p>
      )}
    </div>
  );
}
