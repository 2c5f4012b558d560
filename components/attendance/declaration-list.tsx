import type { DeclarationView } from '@/lib/domain/attendance-view';
import { itemPath } from '@/lib/domain/item';
import { Prose } from '../ui/prose';
import { TextLink } from '../ui/text-link';

/** The interests that were declared, each with the items it concerns. */
export function DeclarationList({ declarations }: { declarations: readonly DeclarationView[] }) {
  return (
    <ul className="space-y-5">
      {declarations.map((one) => (
        <li key={one.id} className="space-y-1">
          <p className="font-semibold">{one.name}</p>
          {one.words === null ? <p>Declared an interest.</p> : <Prose text={one.words} />}
          {one.references.length > 0 && (
            <p className="text-muted">
              Concerns{' '}
              {one.references.map((reference, index) => (
                <span key={reference}>
                  {index > 0 && ', '}
                  <TextLink href={itemPath(reference)}>{reference}</TextLink>
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
