import type { OtherHalf } from '@/lib/domain/redaction-view';
import { by } from '../item/by';
import { TextLink } from '../ui/text-link';

const COMMAND = (id: string) => `npm run agree-redaction -- --id ${id}`;

/** Who may agree to a request, who may not and why, and what is left where nobody may. */
export function OtherHalves({ id, others }: { id: string; others: readonly OtherHalf[] }) {
  const able = others.filter(({ refused }) => refused === null);
  const unable = others.filter(({ refused }) => refused !== null);
  const people = (list: readonly OtherHalf[]) => (
    <ul className="measure list-disc space-y-1 pl-5">
      {list.map(({ person, refused }) => (
        <li key={person.id}>
          <TextLink href={`/people/${person.id}`}>{by(person)}</TextLink>
          {refused && `. ${refused}.`}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="space-y-3">
      {able.length > 0 ? (
        <>
          <h3>These can agree</h3>
          {people(able)}
        </>
      ) : (
        <p className="measure">
          Nobody can agree at present. Whoever operates this service can be the second instead, on
          the server, and that is recorded and told to every administrator and public-health
          officer: <code className="text-sm break-all">{COMMAND(id)}</code>
        </p>
      )}
      {unable.length > 0 && (
        <>
          <h3>These cannot</h3>
          {people(unable)}
        </>
      )}
    </div>
  );
}
