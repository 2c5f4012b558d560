import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { shownMoment } from '../as-at/shown-moment';
import { LinkButton } from '../ui/button';
import { ButtonRow } from '../ui/button-row';
import { TextLink } from '../ui/text-link';

/** What is seldom done to an item, at the end of its page; or why nothing can be. */
export function Manage({ item }: { item: ItemView }) {
  const { may, restriction, reference } = item;
  const restrict = may.restrict && !restriction;
  const { ask: _, ...changes } = may;
  // A page that shows an earlier day says at its top that nothing can be changed.
  if (!Object.values(changes).includes(true) && item.lifecycle === 'open' && !shownMoment()) {
    return (
      <p className="border-t border-line pt-6 text-muted print:hidden">
        You can read this, not change it: see{' '}
        <TextLink href="/about/permissions">who can do what</TextLink>.
      </p>
    );
  }
  if (!may.edit && !restrict && !may.proposeClosure) return null;
  const base = itemPath(reference);
  return (
    <div className="border-t border-line pt-6 print:hidden">
      <ButtonRow>
        {may.proposeClosure && (
          <LinkButton href={`${base}/close`} variant="secondary">
            Propose to close it
          </LinkButton>
        )}
        {restrict && (
          <LinkButton href={`${base}/restrict`} variant="secondary">
            Restrict who may see it
          </LinkButton>
        )}
        {may.edit && may.proposeClosure && (
          <LinkButton href={`${base}/withdraw`} variant="secondary">
            Withdraw it
          </LinkButton>
        )}
      </ButtonRow>
    </div>
  );
}
