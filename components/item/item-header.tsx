import { KIND_NAMES, OUR_ROLE_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { Tag } from '../ui/tag';
import { Neighbours } from './neighbours';

const COMMITMENT_CAPTIONS = {
  commitment: 'Commitment',
  context: 'Context',
  heading: 'Heading of commitments',
  dependency: 'Dependency',
} as const;

/** 'Recommendation', 'Dependency' … */
function captionOf({ kind, commitmentKind }: ItemView): string {
  return commitmentKind ? COMMITMENT_CAPTIONS[commitmentKind] : KIND_NAMES[kind].one;
}

/** The reference and short title as one heading, with the words that set it apart. */
export function ItemHeader({ item }: { item: ItemView }) {
  const { kind, reference, shortTitle, ourRole, restriction, lifecycle, parent } = item;
  const register = KIND_NAMES[kind];
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
        <Breadcrumbs
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: register.path, label: register.many },
            ...(parent
              ? [
                  {
                    href: `${register.path}/${parent.reference.toLowerCase()}`,
                    label: parent.reference,
                  },
                ]
              : []),
          ]}
        />
        <Neighbours item={item} />
      </div>
      <div className="max-w-[56rem] space-y-2">
        <p className="text-lg font-semibold text-accent">{captionOf(item)}</p>
        <h1>
          <span className="text-accent tabular-nums">{reference}</span> {shortTitle}
        </h1>
        {(ourRole || restriction || lifecycle !== 'open') && (
          <ul className="flex flex-wrap gap-2 pt-1.5">
            {ourRole && (
              <li>
                <Tag>Our role: {OUR_ROLE_NAMES[ourRole]}</Tag>
              </li>
            )}
            {restriction && (
              <li>
                <Tag tone="accent">Restricted</Tag>
              </li>
            )}
            {lifecycle !== 'open' && (
              <li>
                <Tag tone="strong">{lifecycle === 'closed' ? 'Closed' : 'Withdrawn'}</Tag>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}
